import { describe, expect, it } from 'vitest';
import type { Decision } from './decision.ts';
import { fillsOf, reasonsOf, runOn, type Row } from './engine-run.fixture.ts';

const flat = (...prices: number[]): Row[] => prices.map((price) => [price, price, price, price]);
const order = (bar: number, amount: number, kind: 'quantity' | 'target-percent' = 'quantity') =>
  ({ bar, kind, amount }) satisfies Decision;

describe('without leverage', () => {
  it('a purchase beyond the cash is refused whole', () => {
    const result = runOn(flat(10, 10, 10), [order(0, 101)]);
    expect(fillsOf(result)).toEqual([]);
    expect(reasonsOf(result)).toEqual(['1: not-enough-cash']);
  });

  it('a short is at most the equity behind it', () => {
    expect(fillsOf(runOn(flat(10, 10), [order(0, -100)]))).toEqual(['1: -100 at 10']);
    expect(reasonsOf(runOn(flat(10, 10), [order(0, -101)]))).toEqual(['1: not-enough-cash']);
  });

  it('a share of equity above 1 is refused and says why', () => {
    expect(reasonsOf(runOn(flat(10, 10), [order(0, 1.5, 'target-percent')]))).toEqual([
      '1: over-leverage',
    ]);
  });
});

describe('an order without a quantity', () => {
  it('takes all equity, rounded down to the lot, costs included', () => {
    // 1,000 / (10 · 1.01) = 99.0099: 99 units cost 990 and 9.90.
    const commission = { kind: 'percent', rate: 0.01 } as const;
    const result = runOn(flat(10, 10), [{ bar: 0, kind: 'available', amount: 1 }], { commission });
    expect(fillsOf(result)).toEqual(['1: 99 at 10']);
    expect(result.finalCash).toBeCloseTo(0.1, 12);
  });

  it('sells short with all equity', () => {
    const result = runOn(flat(10, 10), [{ bar: 0, kind: 'available', amount: -1 }]);
    expect(fillsOf(result)).toEqual(['1: -100 at 10']);
  });
});

describe('quantities', () => {
  it('are rounded down to the lot', () => {
    expect(fillsOf(runOn(flat(1, 1), [order(0, 250)], { lotSize: 100 }))).toEqual(['1: 200 at 1']);
    expect(reasonsOf(runOn(flat(1, 1), [order(0, 99)], { lotSize: 100 }))).toEqual([
      '1: less-than-one-lot',
    ]);
  });
  it('may be fractions', () => {
    expect(fillsOf(runOn(flat(1, 1), [order(0, 0.25)], { lotSize: 0 }))).toEqual(['1: 0.25 at 1']);
  });
  it('reverse through zero', () => {
    const result = runOn(flat(10, 10, 10), [order(0, 5), order(1, -8)]);
    expect(fillsOf(result)).toEqual(['1: 5 at 10', '2: -8 at 10']);
    expect(result.trades.map(({ direction, quantity }) => `${direction} ${quantity}`)).toEqual([
      'long 5',
      'short 3',
    ]);
  });
});

describe('leverage of 2 and a maintenance margin of 25 %', () => {
  const levered = { leverage: 2, maintenanceMargin: 0.25 };

  it('holds twice the equity', () => {
    const result = runOn(flat(10, 10), [order(0, 2, 'target-percent')], levered);
    expect(fillsOf(result)).toEqual(['1: 200 at 10']);
    expect(result.finalCash).toBe(-1000);
    expect(result.exposure[1]).toBe(2);
  });

  it('is liquidated at the open after the close that breaks the margin', () => {
    // 200 units bought for 2,000 with 1,000 of debt. At 6.60 equity is 320 of 1,320: 24.2 %.
    const result = runOn(flat(10, 10, 7, 6.6, 6.5, 9), [order(0, 2, 'target-percent')], levered);
    expect(fillsOf(result)).toEqual(['1: 200 at 10', '4: -200 at 6.5']);
    expect(reasonsOf(result)).toEqual(['3: margin-call']);
    expect(result.equity.at(-1)).toBeCloseTo(300, 9);
  });

  it('is not touched at exactly 25 %', () => {
    // At p: (200p − 1000) / 200p = 0.25 gives p = 6.6667; above it nothing happens.
    const result = runOn(flat(10, 10, 6.67, 10), [order(0, 2, 'target-percent')], levered);
    expect(result.events).toEqual([]);
  });

  it('a short that doubles is called too', () => {
    // 100 short at 10: cash 2,000. At 16.10 equity is 390 of 1,610: 24.2 %.
    const result = runOn(flat(10, 10, 16.1, 16), [order(0, -100)]);
    expect(fillsOf(result)).toEqual(['1: -100 at 10', '3: 100 at 16']);
  });
});

describe('interest and fees by actual days over 365', () => {
  it('cash earns', () => {
    // Two days apart by one each: 1,000 · 0.0365 / 365 = 0.10 on the first, 0.10001 on the second.
    const result = runOn(flat(1, 1, 1), [], { cashInterestRate: 0.0365 });
    expect(result.equity[1]).toBeCloseTo(1000.1, 9);
    expect(result.equity[2]).toBeCloseTo(1000.20001, 9);
    expect(result.interest).toBeCloseTo(0.20001, 9);
  });

  it('debt costs', () => {
    const result = runOn(flat(10, 10, 10), [order(0, 2, 'target-percent')], {
      leverage: 2,
      marginInterestRate: 0.073,
    });
    // 1,000 borrowed · 0.073 / 365 = 0.20 for one day.
    expect(result.equity[2]).toBeCloseTo(999.8, 9);
  });

  it('a short pays to borrow, and its proceeds earn nothing', () => {
    const result = runOn(flat(10, 10, 10), [order(0, -50)], {
      borrowRate: 0.073,
      cashInterestRate: 0.0365,
    });
    // 500 short · 0.073 / 365 = 0.10; cash 1,500.10 less 500 · 0.0365 / 365 = 0.10001.
    expect(result.borrowFees).toBeCloseTo(0.1, 9);
    expect(result.equity[2]).toBeCloseTo(1000.1 + 0.10001 - 0.1, 9);
  });
});

describe('the end of the data', () => {
  const rows: Row[] = [
    [10, 10, 10, 10],
    [10, 10, 10, 10],
    [12, 13, 11, 13],
  ];
  const buy = [order(0, 10)];
  it('leaves positions open unless asked', () => {
    const result = runOn(rows, buy);
    expect(result.trades[0]).toMatchObject({ exitBar: null, exitPrice: 13, profit: 30 });
    expect(result.finalPositions).toEqual([{ symbol: 'TEST', quantity: 10 }]);
  });
  it('closes them at the last open or the last close', () => {
    const atOpen = runOn(rows, buy, { atEnd: 'last-open' });
    expect(fillsOf(atOpen)).toEqual(['1: 10 at 10', '2: -10 at 12']);
    const atClose = runOn(rows, buy, { atEnd: 'last-close' });
    expect(fillsOf(atClose)).toEqual(['1: 10 at 10', '2: -10 at 13']);
    expect(atClose.equity[2]).toBe(1030);
    expect(atClose.trades[0]).toMatchObject({ exitBar: 2, profit: 30 });
  });
  it('takes nothing new at a last close after the last open', () => {
    const result = runOn(rows, [...buy, order(2, 5)], { atEnd: 'last-open', fillAt: 'close' });
    expect(result.finalPositions[0]?.quantity).toBe(0);
    expect(reasonsOf(result)).toEqual(['2: no-next-bar']);
  });
});

it('keeps the first thousand events and counts all', () => {
  const rows = flat(...Array.from({ length: 1500 }, () => 10));
  const result = runOn(
    rows,
    rows.map((_, bar) => order(bar, 1e6)),
  );
  expect(result.events).toHaveLength(1000);
  expect(result.eventCount).toBe(1500);
});
