import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBars } from '../bars/bars.ts';
import type { Decision } from './decision.ts';
import { replay } from './replay.ts';
import type { EngineSettings } from './settings.ts';

const price = fc.double({ min: 0.5, max: 5000, noNaN: true });
const market = fc.array(fc.tuple(price, price), { minLength: 2, maxLength: 60 }).map((rows) =>
  createBars('TEST', {
    time: Float64Array.from(rows, (_, index) => index * 86_400_000),
    open: Float64Array.from(rows, ([open]) => open),
    high: Float64Array.from(rows, ([open, close]) => Math.max(open, close)),
    low: Float64Array.from(rows, ([open, close]) => Math.min(open, close)),
    close: Float64Array.from(rows, ([, close]) => close),
    volume: new Float64Array(rows.length),
  }),
);
const settings: fc.Arbitrary<EngineSettings> = fc.record({
  initialCash: fc.double({ min: 100, max: 1e7, noNaN: true }),
  commissionRate: fc.constantFrom(0, 0.0005, 0.01),
  slippageRate: fc.constantFrom(0, 0.0005, 0.01),
  fillAt: fc.constantFrom('next-open', 'close'),
  lotSize: fc.constantFrom(0, 1, 100),
  seed: fc.constant(1),
});
const order = fc.oneof(
  fc.record({
    kind: fc.constant('target-percent' as const),
    amount: fc.double({ min: -1, max: 1, noNaN: true }),
  }),
  fc.record({
    kind: fc.constant('target-quantity' as const),
    amount: fc.integer({ min: -50, max: 50 }),
  }),
  fc.record({ kind: fc.constant('quantity' as const), amount: fc.integer({ min: -50, max: 50 }) }),
);
const story = market.chain((bars) =>
  fc.record({
    bars: fc.constant(bars),
    settings,
    decisions: fc
      .array(fc.tuple(fc.nat(bars.time.length - 1), order), { maxLength: 40 })
      .map((list) =>
        list.sort(([a], [b]) => a - b).map(([bar, rest]): Decision => ({ bar, ...rest })),
      ),
  }),
);

describe('whatever is ordered, in whatever market', () => {
  it('equity is cash plus position, rebuilt from the fills alone', () => {
    fc.assert(
      fc.property(story, ({ bars, settings, decisions }) => {
        const { fills, equity, finalCash, finalPosition } = replay(bars, decisions, settings);
        let cash = settings.initialCash;
        let position = 0;
        let next = 0;
        for (let bar = 0; bar < bars.time.length; bar += 1) {
          for (; fills[next]?.bar === bar; next += 1) {
            const fill = fills[next] as (typeof fills)[number];
            cash -= fill.quantity * fill.price + fill.commission;
            position += fill.quantity;
          }
          const expected = cash + position * (bars.close[bar] as number);
          expect(equity[bar]).toBeCloseTo(
            expected,
            5 - Math.ceil(Math.log10(Math.abs(expected) + 1)),
          );
        }
        expect(next).toBe(fills.length);
        expect(finalCash).toBe(cash);
        expect(finalPosition).toBe(position);
      }),
    );
  });

  it('no fill comes before its decision or at a better price than the market', () => {
    fc.assert(
      fc.property(story, ({ bars, settings, decisions }) => {
        for (const fill of replay(bars, decisions, settings).fills) {
          const base = settings.fillAt === 'close' ? bars.close[fill.bar] : bars.open[fill.bar];
          expect(fill.bar).toBe(
            settings.fillAt === 'close' ? fill.decisionBar : fill.decisionBar + 1,
          );
          const worse = Math.sign(fill.quantity) * (fill.price - (base as number));
          expect(worse).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('a long position is never bought on credit', () => {
    fc.assert(
      fc.property(story, ({ bars, settings, decisions }) => {
        let cash = settings.initialCash;
        let position = 0;
        for (const fill of replay(bars, decisions, settings).fills) {
          cash -= fill.quantity * fill.price + fill.commission;
          position += fill.quantity;
          if (position > 0 && fill.quantity > 0) expect(cash).toBeGreaterThanOrEqual(-1e-6);
        }
      }),
    );
  });

  it('closed and open trades account for the whole result', () => {
    fc.assert(
      fc.property(story, ({ bars, settings, decisions }) => {
        const { trades, equity } = replay(bars, decisions, settings);
        const profit = trades.reduce((sum, trade) => sum + trade.profit, 0);
        const expected = (equity.at(-1) as number) - settings.initialCash;
        const scale = Math.max(1, settings.initialCash, Math.abs(expected));
        expect(Math.abs(profit - expected) / scale).toBeLessThan(1e-6);
      }),
    );
  });

  it('the same decisions give the same bits, and later bars change nothing before them', () => {
    fc.assert(
      fc.property(story, ({ bars, settings, decisions }) => {
        const first = replay(bars, decisions, settings);
        expect(replay(bars, decisions, settings).equity).toEqual(first.equity);
        const cut = Math.max(1, Math.floor(bars.time.length / 2));
        const head = createBars('TEST', {
          time: bars.time.slice(0, cut),
          open: bars.open.slice(0, cut),
          high: bars.high.slice(0, cut),
          low: bars.low.slice(0, cut),
          close: bars.close.slice(0, cut),
          volume: bars.volume.slice(0, cut),
        });
        const early = decisions.filter(({ bar }) => bar < cut);
        expect(replay(head, early, settings).equity).toEqual(first.equity.slice(0, cut));
      }),
    );
  });
});
