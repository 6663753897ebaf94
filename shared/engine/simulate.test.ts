import { describe, expect, it } from 'vitest';
import { createMarket } from '../bars/market.ts';
import type { Decision } from './decision.ts';
import { barsOf, free, type Row } from './engine-run.fixture.ts';
import { replay } from './replay.ts';
import type { EngineSettings } from './settings.ts';

const rows: Row[] = [
  [10, 10.5, 10, 10.5],
  [11, 11.5, 11, 11.5],
  [12, 12, 10, 10],
  [9, 9, 8, 8],
];
const bars = createMarket([{ bars: barsOf(rows) }]);
const percent = (rate: number) => ({ kind: 'percent', rate }) as const;

describe('a hand-worked market order', () => {
  // Decided at bar 0's close, filled at bar 1's open of 11 with 1 % slippage: 11.11 each; 2 %
  // commission of 50 · 11.11 = 555.50 is 11.11. Sold at bar 3's open of 9 less 1 %: 8.91; 445.50
  // less 8.91 commission.
  const settings = { ...free, commission: percent(0.02), slippage: percent(0.01) };
  const result = replay(
    bars,
    [
      { bar: 0, kind: 'quantity', amount: 50, tag: 'in' },
      { bar: 2, kind: 'quantity', amount: -50 },
    ],
    settings,
  );

  it('fills at the next open with costs', () => {
    expect(result.fills[0]).toMatchObject({ bar: 1, decisionBar: 0, quantity: 50, tag: 'in' });
    expect(result.fills[0]?.price).toBeCloseTo(11.11, 12);
    expect(result.fills[0]?.commission).toBeCloseTo(11.11, 12);
    expect(result.fills[0]?.slippage).toBeCloseTo(5.5, 12);
  });

  it('values the account at every close', () => {
    const cashHeld = 1000 - 555.5 - 11.11;
    const cashAfter = cashHeld + 445.5 - 8.91;
    const expected = [1000, cashHeld + 50 * 11.5, cashHeld + 50 * 10, cashAfter];
    expected.forEach((value, bar) => expect(result.equity[bar]).toBeCloseTo(value, 9));
    expect(result.finalCash).toBeCloseTo(cashAfter, 9);
  });

  it('writes the round trip as one trade, after both commissions', () => {
    expect(result.trades).toHaveLength(1);
    const [trade] = result.trades;
    expect(trade).toMatchObject({
      direction: 'long',
      entryBar: 1,
      exitBar: 3,
      barsHeld: 2,
      tag: 'in',
    });
    expect(trade?.profit).toBeCloseTo(50 * (8.91 - 11.11) - 11.11 - 8.91, 9);
    expect(trade?.return).toBeCloseTo((trade?.profit as number) / 555.5, 12);
  });
});

describe('orders by share of equity', () => {
  it('are sized when they fill, at the fill price, and never overdraw', () => {
    const result = replay(bars, [{ bar: 0, kind: 'target-percent', amount: 1 }], free);
    expect(result.fills[0]).toMatchObject({ quantity: 90, price: 11 });
    expect(result.finalCash).toBe(10);
  });

  it('leave no cash over when fractions are allowed', () => {
    const settings = { ...free, lotSize: 0, commission: percent(0.001) };
    const result = replay(bars, [{ bar: 0, kind: 'target-percent', amount: 1 }], settings);
    expect(result.finalCash).toBeGreaterThanOrEqual(0);
    expect(result.finalCash).toBeLessThan(1e-6);
  });

  it('go short to the asked share', () => {
    const result = replay(bars, [{ bar: 0, kind: 'target-percent', amount: -0.5 }], free);
    expect(result.fills[0]).toMatchObject({ quantity: -45, price: 11 });
    expect(result.equity.at(-1)).toBeCloseTo(1000 + 45 * (11 - 8), 9);
    expect(result.trades[0]).toMatchObject({ direction: 'short', exitBar: null });
  });

  it('reverse through zero with the costs of the whole trade', () => {
    const decisions: Decision[] = [
      { bar: 0, kind: 'target-percent', amount: 1 },
      { bar: 1, kind: 'target-percent', amount: -1 },
    ];
    const result = replay(bars, decisions, { ...free, commission: percent(0.01) });
    expect(result.finalPositions[0]?.quantity).toBeLessThan(0);
    expect(result.trades.map(({ direction }) => direction)).toEqual(['long', 'short']);
  });
});

describe('fill at this close', () => {
  it('fills at the deciding bar and shows its costs at once', () => {
    const settings: EngineSettings = { ...free, fillAt: 'close', commission: percent(0.01) };
    const result = replay(bars, [{ bar: 0, kind: 'quantity', amount: 10 }], settings);
    expect(result.fills[0]).toMatchObject({ bar: 0, price: 10.5 });
    expect(result.equity[0]).toBeCloseTo(1000 - 1.05, 12);
  });
});

describe('orders that cannot be filled are events with a reason', () => {
  const reasons = (decision: Decision, settings = free) =>
    replay(bars, [decision], settings).events.map(({ reason }) => reason);

  it('says not enough cash', () => {
    expect(reasons({ bar: 0, kind: 'quantity', amount: 91 })).toEqual(['not-enough-cash']);
    expect(reasons({ bar: 0, kind: 'quantity', amount: -91 })).toEqual(['not-enough-cash']);
    expect(reasons({ bar: 0, kind: 'target-percent', amount: 2 })).toEqual(['over-leverage']);
  });

  it('says less than one lot', () => {
    const settings = { ...free, lotSize: 100 };
    expect(reasons({ bar: 0, kind: 'target-percent', amount: 1 }, settings)).toEqual([
      'less-than-one-lot',
    ]);
  });

  it('says that the data ends', () => {
    expect(reasons({ bar: 3, kind: 'quantity', amount: 1 })).toEqual(['no-next-bar']);
  });
});

describe('trades', () => {
  it('match first in, first out, and split a lot', () => {
    const decisions: Decision[] = [
      { bar: 0, kind: 'quantity', amount: 10 },
      { bar: 1, kind: 'quantity', amount: 10 },
      { bar: 2, kind: 'quantity', amount: -15 },
    ];
    const { trades } = replay(bars, decisions, free);
    expect(
      trades.map(({ entryBar, exitBar, quantity, profit }) => [
        entryBar,
        exitBar,
        quantity,
        profit,
      ]),
    ).toEqual([
      [1, 3, 10, -20],
      [2, 3, 5, -15],
      [2, null, 5, -20],
    ]);
  });
});

describe('replay', () => {
  it('refuses decisions that are not in bar order', () => {
    const decisions: Decision[] = [
      { bar: 2, kind: 'quantity', amount: 1 },
      { bar: 1, kind: 'quantity', amount: 1 },
    ];
    expect(() => replay(bars, decisions, free)).toThrow('Decision 1 is for bar 1');
  });
});
