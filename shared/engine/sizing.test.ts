import { describe, expect, it } from 'vitest';
import type { Decision } from './decision.ts';
import { fillsOf, runOn, type Row } from './engine-run.fixture.ts';
import type { EngineSettings } from './settings.ts';
import { roundToLot } from './sizing.ts';

const flat = (...prices: number[]): Row[] =>
  prices.map((price) => [price, price, price, price, 1000]);
const target = (amount: number, bar = 0): Decision => ({ bar, kind: 'target-percent', amount });
const all: Decision = { bar: 0, kind: 'available', amount: 1 };

describe('all of 1,000 at 10, whatever the costs', () => {
  it.each<[string, Partial<EngineSettings>, number, number]>([
    ['none', {}, 100, 0],
    // 99 · 10 · 1.01 = 999.90; one more would be 1,010.
    ['1 % commission', { commission: { kind: 'percent', rate: 0.01 } }, 99, 0.1],
    // 99 · 10.10 = 999.90.
    ['1 % slippage', { slippage: { kind: 'percent', rate: 0.01 } }, 99, 0.1],
    // Half of 4 %: 98 · 10.20 = 999.60.
    ['4 % spread', { spreadRate: 0.04 }, 98, 0.4],
    // 99 · (10 + 0.05) + 99 · 0.05 = 999.90.
    [
      'a tick and 5 cents a share',
      {
        slippage: { kind: 'ticks', ticks: 1 },
        tickSize: 0.05,
        commission: { kind: 'per-share', perShare: 0.05, minimum: 1 },
      },
      99,
      0.1,
    ],
    // 98 · 10 + 15 = 995; 99 would be 1,005.
    ['15 fixed', { commission: { kind: 'fixed-plus-percent', fixed: 15, rate: 0 } }, 98, 5],
    // 500 · 2 % + 480 · 1 % = 14.80, so 980 + 14.80; 990 + 14.90 is too much.
    [
      'tiers',
      {
        commission: {
          kind: 'tiered',
          tiers: [
            { upTo: 500, rate: 0.02 },
            { upTo: null, rate: 0.01 },
          ],
        },
      },
      98,
      5.2,
    ],
    // n units take n/1000 of the volume: 10 · (1 + (n/1000)²) each. 99: 10.098 · 99 = 999.70.
    ['a share of the volume', { slippage: { kind: 'volume-share', impact: 1 } }, 99, 0.297],
  ])('%s', (_, settings, units, cash) => {
    for (const order of [all, target(1)]) {
      const result = runOn(flat(10, 10), [order], settings);
      expect(result.fills.map(({ quantity }) => quantity)).toEqual([units]);
      expect(result.finalCash).toBeCloseTo(cash, 3);
      expect(result.events).toEqual([]);
    }
  });
});

describe('a share of equity', () => {
  it('is of the equity at the fill, not at the decision', () => {
    // Decided at 10, filled at 20: half of 1,000 is 25 units.
    expect(fillsOf(runOn(flat(10, 20), [target(0.5)]))).toEqual(['1: 25 at 20']);
  });

  it('counts what is held at the price of the fill', () => {
    // 50 bought at 10. At 20 equity is 500 + 1,000: half is 37.5, so 37 units, and 13 are sold.
    const result = runOn(flat(10, 10, 20), [target(0.5), target(0.5, 1)]);
    expect(fillsOf(result)).toEqual(['1: 50 at 10', '2: -13 at 20']);
  });

  it('is of what the commission leaves', () => {
    // Half of 1,000 − 0.1q, with 10q for the units: q = 500 / 10.05 = 49.75.
    const commission = { kind: 'percent', rate: 0.01 } as const;
    expect(fillsOf(runOn(flat(10, 10), [target(0.5)], { commission }))).toEqual(['1: 49 at 10']);
  });

  it('of zero closes to the last fraction', () => {
    const result = runOn(flat(10, 7, 3), [target(0.5), target(0, 1)], { lotSize: 0 });
    expect(result.finalPositions[0]?.quantity).toBe(0);
  });

  it('reverses at once, costs of the whole trade paid', () => {
    const commission = { kind: 'percent', rate: 0.01 } as const;
    const start: Decision = { bar: 0, kind: 'quantity', amount: 99 };
    const result = runOn(flat(10, 10, 10), [start, target(-1, 1)], { commission });
    // 99 bought cost 9.90, which leaves equity of 990.10. Short q with 1 % commission on the 99 and
    // the q: 10q = 990.10 − 0.1 · (99 + q) gives q = 97.05; so 99 + 97 are sold.
    expect(fillsOf(result)).toEqual(['1: 99 at 10', '2: -196 at 10']);
    expect(result.equity[2]).toBeCloseTo(1000 - 9.9 - 19.6, 9);
  });
});

describe('an order without a quantity', () => {
  it('turns a position round', () => {
    const sale: Decision = { bar: 1, kind: 'available', amount: -1 };
    expect(fillsOf(runOn(flat(10, 10, 10), [all, sale]))).toEqual([
      '1: 100 at 10',
      '2: -200 at 10',
    ]);
  });

  it('on a limit is sized at the price at which it fills', () => {
    const order = { ...all, type: 'limit', limit: 8 } as const;
    expect(fillsOf(runOn(flat(10, 10, 8), [order]))).toEqual(['2: 125 at 8']);
  });

  it('on a stop is sized with the slippage that its fill pays', () => {
    const order = { ...all, type: 'stop', stop: 20 } as const;
    // 20 and two ticks of 0.5 are 21: 47 units for 987.
    const result = runOn(flat(10, 10, 20), [order], {
      slippage: { kind: 'ticks', ticks: 2 },
      tickSize: 0.5,
    });
    expect(fillsOf(result)).toEqual(['2: 47 at 21']);
  });
});

describe('lots', () => {
  it.each([
    [250, 100, 200],
    [-250, 100, -200],
    [99.99999999999999, 1, 100],
    [0.3, 0.1, 0.3],
    [0.29, 0.1, 0.2],
    [0.123, 0, 0.123],
    [99.9, 100, 0],
  ])('%d units in lots of %d are %d', (quantity, lot, expected) => {
    expect(roundToLot(quantity, lot)).toBeCloseTo(expected, 12);
  });

  it('may be fractions of a unit themselves', () => {
    const close: Decision = { bar: 2, kind: 'target-quantity', amount: 0 };
    const result = runOn(flat(10, 10, 10, 10), [{ bar: 0, kind: 'quantity', amount: 7.5 }, close], {
      lotSize: 2.5,
    });
    expect(fillsOf(result)).toEqual(['1: 7.5 at 10', '3: -7.5 at 10']);
  });
});

describe('a price that costs bring down to zero', () => {
  it.each([0, 1])('sells nothing, in lots of %d', (lotSize) => {
    const result = runOn(flat(0.1, 0.1), [target(-1)], {
      slippage: { kind: 'ticks', ticks: 20 },
      lotSize,
    });
    expect(result.fills).toEqual([]);
    expect(result.events.map(({ reason }) => reason)).toEqual(['not-enough-cash']);
  });

  it('comes to an end where lots are too many to be counted one by one', () => {
    const result = runOn(flat(1e-15, 1e-15), [target(1)], {
      slippage: { kind: 'percent', rate: 0.001 },
      commission: { kind: 'per-share', perShare: 1e-18, minimum: 500 },
    });
    expect(result.finalCash).toBeGreaterThanOrEqual(0);
  });
});

describe('what rounding leaves is not traded', () => {
  it('an order for all equity after all equity is taken', () => {
    const again: Decision = { bar: 1, kind: 'target-percent', amount: 1 };
    const commission = { kind: 'percent', rate: 0.001 } as const;
    const result = runOn(flat(3, 3, 3), [target(1), again], { lotSize: 0, commission });
    expect(result.fills).toHaveLength(1);
  });
});
