import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sliceByTime } from '../bars/bars.ts';
import { createMarket, type Market } from '../bars/market.ts';
import { worsenedPrice } from './costs.ts';
import type { Decision } from './decision.ts';
import type { EngineState } from './engine-state.ts';
import { anyRun, type RandomRun } from './random-run.fixture.ts';
import { recorded, replay } from './replay.ts';
import type { Fill, SimulationResult } from './result.ts';
import { simulate } from './simulate.ts';

const holds = (check: (run: RandomRun) => void, numRuns = 400) =>
  fc.assert(fc.property(anyRun, check), { numRuns });

const barsOf = (market: Market, symbol: string) => {
  const found = market.instruments.find(({ bars }) => bars.symbol === symbol);
  if (found === undefined) throw new Error(`No ${symbol}`);
  return found.bars;
};

/** Row of an instrument at a clock bar, or of its latest bar before. */
function rowAt(market: Market, symbol: string, bar: number): number {
  const { time } = barsOf(market, symbol);
  let row = -1;
  while (row + 1 < time.length && (time[row + 1] as number) <= (market.time[bar] as number))
    row += 1;
  return row;
}

const close = (one: number, other: number, size: number) =>
  Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(size));

describe('whatever is ordered, in whatever market', () => {
  it('cash and positions make equity at every bar, rebuilt from the fills alone', () => {
    holds(({ market, settings, decisions }) => {
      const plain = { ...settings, borrowRate: 0, cashInterestRate: 0, marginInterestRate: 0 };
      const { fills, equity, finalCash, finalPositions } = replay(market, decisions, plain);
      let cash = plain.initialCash;
      const held = new Map<string, number>();
      let next = 0;
      for (let bar = 0; bar < market.time.length; bar += 1) {
        for (; fills[next]?.bar === bar; next += 1) {
          const { symbol, quantity, price, commission } = fills[next] as Fill;
          cash -= quantity * price + commission;
          held.set(symbol, (held.get(symbol) ?? 0) + quantity);
        }
        let value = cash;
        for (const [symbol, units] of held) {
          value += units * (barsOf(market, symbol).close[rowAt(market, symbol, bar)] as number);
        }
        if (!close(equity[bar] as number, value, plain.initialCash)) {
          expect(equity[bar], `bar ${bar}`).toBe(value);
        }
      }
      expect(next).toBe(fills.length);
      expect(close(finalCash, cash, plain.initialCash)).toBe(true);
      for (const { symbol, quantity } of finalPositions) {
        expect(close(quantity, held.get(symbol) ?? 0, 1)).toBe(true);
      }
    });
  });

  it('no fill comes before its decision, on a bar that is not there, or outside it by more than costs', () => {
    holds(({ market, settings, decisions }) => {
      for (const fill of replay(market, decisions, settings).fills) {
        const bars = barsOf(market, fill.symbol);
        const row = rowAt(market, fill.symbol, fill.bar);
        expect(bars.time[row]).toBe(market.time[fill.bar]);
        const atOnce = settings.fillAt === 'close' || settings.atEnd === 'last-close';
        expect(fill.bar).toBeGreaterThanOrEqual(fill.decisionBar);
        if (!atOnce && fill.tag !== 'end of data')
          expect(fill.bar).toBeGreaterThan(fill.decisionBar);
        const volume = bars.volume[row] as number;
        const worst = (price: number) => worsenedPrice(price, fill.quantity, volume, settings);
        const [high, low] = [bars.high[row] as number, bars.low[row] as number];
        // Limits fill exactly, the others worse; two additions in another order differ by a last bit.
        const slack = 1 + 1e-12;
        expect(fill.price).toBeLessThanOrEqual(Math.max(high, worst(high)) * slack);
        expect(fill.price).toBeGreaterThanOrEqual(Math.min(low, worst(low)) / slack - 1e-12);
      }
    });
  });

  it('closed and open trades account for the whole result', () => {
    holds(({ market, settings, decisions }) => {
      const result = replay(market, decisions, settings);
      const { equity, trades, interest, borrowFees } = result;
      const profit = trades.reduce((sum, trade) => sum + trade.profit, 0);
      const gained = (equity.at(-1) as number) - settings.initialCash - interest + borrowFees;
      expect(close(gained, profit, settings.initialCash)).toBe(true);
    });
  });

  it('the replay of a run is the run, bit for bit', () => {
    holds(({ market, settings, decisions }) => {
      const run = simulate(market, recorded(decisions), settings);
      const again = replay(market, decisions, settings);
      expect(again.equity).toEqual(run.equity);
      expect(again.trades).toEqual(run.trades);
      expect(again.events).toEqual(run.events);
    });
  });

  it('costs never raise what fixed orders end with', () => {
    holds(({ market, settings, decisions }) => {
      const fixed = decisions.filter(
        (one) => one.kind === 'quantity' && one.type === undefined && one.stopLoss === undefined,
      );
      const rich = { ...settings, initialCash: 1e9, leverage: 1, volumeCap: 0 };
      const none = {
        ...rich,
        commission: { kind: 'percent', rate: 0 },
        slippage: { kind: 'percent', rate: 0 },
        spreadRate: 0,
        borrowRate: 0,
        cashInterestRate: 0,
        marginInterestRate: 0,
      } as const;
      const { commission, slippage, spreadRate, borrowRate } = rich;
      const withCosts = { ...none, commission, slippage, spreadRate, borrowRate };
      const plain = fixed.map((one): Decision => {
        const { bar, kind, amount, symbol } = one as Extract<Decision, { amount: number }>;
        return { bar, kind, amount, ...(symbol === undefined ? {} : { symbol }) };
      });
      const cheap = replay(market, plain, none).equity.at(-1) as number;
      const dear = replay(market, plain, withCosts).equity.at(-1) as number;
      expect(dear).toBeLessThanOrEqual(cheap + 1e-3);
    });
  });

  it('a market run in pieces, the state carried on, is one run bit for bit', () => {
    const someCuts = fc.uniqueArray(fc.integer({ min: 1, max: 38 }), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(anyRun, someCuts, ({ market, settings, decisions }, at) => {
        const cuts = at.filter((bar) => bar < market.time.length).sort((a, b) => a - b);
        const whole = replay(market, decisions, settings);
        const parts = inPieces(market, decisions, settings, cuts);
        expect(parts.equity).toEqual([...whole.equity]);
        expect(parts.exposure).toEqual([...whole.exposure]);
        expect(parts.fills).toEqual(whole.fills);
        expect(parts.trades).toEqual(whole.trades);
        expect(parts.events).toEqual(whole.events);
        expect(parts.last).toEqual(whatIsKept(whole));
        expect(parts.staleBars).toBe(whole.staleBars);
      }),
      { numRuns: 400 },
    );
  });

  it('later bars change nothing before them', () => {
    holds(({ market, settings, decisions }) => {
      const open = { ...settings, atEnd: 'leave-open' } as const;
      const half = Math.max(1, Math.floor(market.time.length / 2));
      const [first] = pieces(market, [half]);
      const early = decisions.filter(({ bar }) => bar < half);
      const shortened = replay(first as Market, early, open);
      const whole = replay(market, decisions, open);
      // An order for the close of a session needs to know only that the session ends.
      if (early.some((one) => 'type' in one && one.type === 'market-on-close')) return;
      expect([...shortened.equity]).toEqual([...whole.equity.subarray(0, half)]);
    });
  });
});

/** The market cut before each of these clock bars. A piece without a bar of an instrument keeps it. */
function pieces(market: Market, cuts: readonly number[]): Market[] {
  const bounds = [0, ...cuts, market.time.length];
  return bounds.slice(1).map((end, index) => {
    const from = market.time[bounds[index] as number] ?? Infinity;
    const to = end < market.time.length ? (market.time[end] as number) - 1 : Infinity;
    return createMarket(
      market.instruments.map(({ bars, finer }) => ({
        bars: sliceByTime(bars, from, to),
        ...(finer === undefined ? {} : { finer: sliceByTime(finer, from, to) }),
      })),
      market.sessions,
    );
  });
}

function inPieces(
  market: Market,
  decisions: readonly Decision[],
  settings: RandomRun['settings'],
  cuts: readonly number[],
) {
  const parts = pieces(market, cuts);
  const source = recorded(decisions);
  const results: (SimulationResult & { state: EngineState })[] = [];
  parts.forEach((part, index) => {
    const from = results.at(-1)?.state;
    const continues = index < parts.length - 1;
    results.push(simulate(part, source, settings, { continues, ...(from ? { from } : {}) }));
  });
  const last = results.at(-1) as SimulationResult;
  const closed = (trades: SimulationResult['trades']) =>
    trades.filter(({ exitBar }) => exitBar !== null);
  return {
    equity: results.flatMap(({ equity }) => [...equity]),
    exposure: results.flatMap(({ exposure }) => [...exposure]),
    fills: results.flatMap(({ fills }) => fills),
    trades: [...results.slice(0, -1).flatMap(({ trades }) => closed(trades)), ...last.trades],
    events: results.flatMap(({ events }) => events),
    staleBars: results.reduce((sum, { staleBars }) => sum + staleBars, 0),
    last: whatIsKept(last),
  };
}

/** What a later piece of a run goes on counting. */
function whatIsKept(result: SimulationResult) {
  const { finalCash, finalPositions, interest, borrowFees, eventCount } = result;
  return { finalCash, finalPositions, interest, borrowFees, eventCount };
}
