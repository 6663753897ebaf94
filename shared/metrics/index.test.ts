import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { metricSchema } from '../contract/models/run.ts';
import { processorTime } from '../testing/processor-time.fixture.ts';
import type { MetricExample } from './definition.ts';
import { inputOf } from './example-input.fixture.ts';
import { metricDefinitions } from './definitions/index.ts';
import { computeMetrics } from './index.ts';
import { largeInput } from './large-input.fixture.ts';

type Given = MetricExample['given'];
const valuesOf = (given: Given) =>
  new Map(computeMetrics(inputOf(given)).map(({ id, value }) => [id, value]));

const money = fc.integer({ min: 1, max: 100_000 });
const trades = fc.array(
  fc.record({
    profit: fc.integer({ min: -1000, max: 1000 }),
    return: fc.double({ min: -1, max: 10, noNaN: true }),
    barsHeld: fc.nat(500),
    exitBar: fc.constantFrom(null, 1),
  }),
  { maxLength: 20 },
);
const runs = fc.record({ equity: fc.array(money, { minLength: 1, maxLength: 80 }), trades });

describe('computeMetrics', () => {
  it('gives a finite value or a reason, whatever it is given', () => {
    const anything = fc.array(fc.double({ noNaN: false }), { maxLength: 40 });
    fc.assert(
      fc.property(anything, anything, trades, fc.double(), (equity, benchmark, list, rate) => {
        const given = { equity, benchmark, exposure: equity, trades: list, riskFreeRate: rate };
        for (const metric of computeMetrics({ ...inputOf(given), initialCash: 100 })) {
          expect(metricSchema.parse(metric)).toEqual(metric);
          if (metric.value === null) expect(metric.note.length).toBeGreaterThan(5);
          else expect(Number.isFinite(metric.value)).toBe(true);
          expect(metric.note).not.toMatch(/NaN|Infinity|undefined|null/);
        }
      }),
    );
  });

  it('keeps shares within their bounds for positive equity', () => {
    fc.assert(
      fc.property(runs, (given) => {
        const values = valuesOf(given);
        expect(values.get('max_drawdown')).toBeGreaterThanOrEqual(-1);
        expect(values.get('max_drawdown')).toBeLessThanOrEqual(0);
        expect(values.get('total_return')).toBeGreaterThan(-1);
        expect(values.get('exposure')).toBeGreaterThanOrEqual(0);
        expect(values.get('exposure')).toBeLessThanOrEqual(1);
        const winRate = values.get('win_rate') ?? 0;
        expect(winRate).toBeGreaterThanOrEqual(0);
        expect(winRate).toBeLessThanOrEqual(1);
        expect(values.get('volatility') ?? 0).toBeGreaterThanOrEqual(0);
        expect(values.get('profit_factor') ?? 0).toBeGreaterThanOrEqual(0);
        const best = values.get('best_trade') ?? 0;
        const average = values.get('average_trade') ?? 0;
        const worst = values.get('worst_trade') ?? 0;
        expect(best).toBeGreaterThanOrEqual(average - 1e-12);
        expect(average).toBeGreaterThanOrEqual(worst - 1e-12);
        const open = given.trades.filter(({ exitBar }) => exitBar === null).length;
        expect(values.get('open_trades')).toBe(open);
        expect(values.get('trade_count')).toBe(given.trades.length - open);
      }),
    );
  });

  it('does not depend on the currency: ratios of a scaled account are the same', () => {
    const ratios = [
      'total_return',
      'annual_return',
      'volatility',
      'sharpe_ratio',
      'sortino_ratio',
      'calmar_ratio',
      'max_drawdown',
      'max_drawdown_duration',
      'profit_factor',
      'win_rate',
    ];
    fc.assert(
      fc.property(runs, fc.integer({ min: 2, max: 1000 }), (given, scale) => {
        const values = valuesOf(given);
        const scaled = valuesOf({
          equity: given.equity.map((value) => value * scale),
          trades: given.trades.map((trade) => ({ ...trade, profit: trade.profit * scale })),
        });
        for (const id of ratios) {
          const value = values.get(id);
          if (typeof value !== 'number') expect(scaled.get(id)).toBe(value);
          else
            expect((scaled.get(id) ?? NaN) - value).toBeCloseTo(
              0,
              6 - Math.log10(1 + Math.abs(value)),
            );
        }
      }),
    );
  });

  it('loses no other figure with one that cannot be computed', () => {
    const [first, second] = metricDefinitions;
    if (first === undefined || second === undefined) throw new Error('There are no definitions');
    const broken = {
      ...first,
      compute: () => {
        throw new RangeError('no such day');
      },
    };
    const input = inputOf({ equity: [100, 101, 103] });
    const failures: string[] = [];
    const metrics = computeMetrics(input, (sentence) => failures.push(sentence), [broken, second]);
    expect(metrics[0]).toMatchObject({
      value: null,
      note: 'it could not be computed: no such day',
    });
    expect(metrics[1]).toEqual(computeMetrics(input)[1]);
    expect(failures).toEqual([`${first.label}: it could not be computed: no such day.`]);
    const unreadable = Object.defineProperty({ ...input }, 'trades', {
      get: () => {
        throw new RangeError('no trades');
      },
    });
    const all: string[] = [];
    const none = computeMetrics(unreadable, (sentence) => all.push(sentence));
    expect(none.every(({ value }) => value === null)).toBe(true);
    expect(all).toHaveLength(none.length);
  });

  it('says beside each annualised figure how many periods a year it stands on', () => {
    const equity = Array.from({ length: 60 }, (_, index) => 100 + (index % 7));
    const benchmark = equity.map((value, index) => value + (index % 3));
    const metrics = computeMetrics(inputOf({ equity, benchmark }));
    const annualised = ['alpha', 'information_ratio', 'tracking_error'];
    for (const id of ['volatility', 'sharpe_ratio', 'sortino_ratio', ...annualised]) {
      const note = metrics.find((metric) => metric.id === id)?.note;
      expect(note).toBe('annualised with 252 periods a year (as the example says)');
    }
  });

  it('takes no forever over a million bars and ten thousand trades', () => {
    const input = largeInput(1_000_000, 10_000);
    let metrics: ReturnType<typeof computeMetrics> = [];
    expect(processorTime(() => (metrics = computeMetrics(input)))).toBeLessThan(10_000);
    expect(metrics.find(({ id }) => id === 'trade_count')?.value).toBe(10_000);
    const missing = metrics.filter(({ value }) => value === null).map(({ id }) => id);
    expect(missing).toEqual(['max_drawdown_recovery']);
  });
});
