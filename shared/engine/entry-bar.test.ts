import { describe, expect, it } from 'vitest';
import type { Decision } from './decision.ts';
import { fillsOf, runOn, type Row } from './engine-run.fixture.ts';

const quiet: Row = [100, 101, 99, 100];
const entry = (terms: object, amount = 2): Decision => ({
  bar: 0,
  kind: 'quantity',
  amount,
  ...terms,
});

/** What one bar makes of an entry: its fills, and whether a trade rests on an assumption. */
function within(row: Row, order: Decision): [string[], boolean] {
  const result = runOn([quiet, row], [order]);
  return [fillsOf(result), result.trades.some(({ assumed }) => assumed === true)];
}

describe('the bar of a purchase at the open, take-profit 110 and stop-loss 95', () => {
  const byOpen = entry({ takeProfit: 110, stopLoss: 95 });
  it.each<[string, Row, string[], boolean]>([
    ['neither is reached', [100, 109, 96, 100], ['1: 2 at 100'], false],
    ['the target alone', [100, 110, 96, 100], ['1: 2 at 100', '1: -2 at 110'], false],
    ['the stop alone', [100, 109, 95, 100], ['1: 2 at 100', '1: -2 at 95'], false],
    ['both: the stop, assumed', [100, 110, 95, 109], ['1: 2 at 100', '1: -2 at 95'], true],
    // The open is beyond the target already: a limit to sell at 110 fills at 112.
    ['an open beyond the target', [112, 113, 111, 112], ['1: 2 at 112', '1: -2 at 112'], false],
    ['an open beneath the stop', [94, 96, 93, 95], ['1: 2 at 94', '1: -2 at 94'], false],
  ])('%s', (_, row, fills, assumed) => {
    expect(within(row, byOpen)).toEqual([fills, assumed]);
  });
});

describe('the bar of a purchase by a stop at 105, take-profit 110 and stop-loss 95', () => {
  const byStop = entry({ type: 'stop', stop: 105, takeProfit: 110, stopLoss: 95 });
  it.each<[string, Row, string[], boolean]>([
    // The low of 94 may have come before the price rose to 105: taken as after it.
    ['a touched stop-loss', [100, 106, 94, 104], ['1: 2 at 105', '1: -2 at 95'], true],
    // The high of 111 comes after the entry for certain, as 105 lies on the way: but so may a low
    // of 99 have come between; the close of 108 does not prove that 110 was crossed in time.
    ['a target only the high reached', [100, 111, 99, 108], ['1: 2 at 105'], false],
    ['a target the close is beyond', [100, 113, 99, 112], ['1: 2 at 105', '1: -2 at 110'], false],
    ['both: the stop', [100, 113, 94, 112], ['1: 2 at 105', '1: -2 at 95'], true],
    // Opens in a gap above 105: the entry is at the open, and from there a bar like any other.
    ['a gap, then the target', [107, 111, 99, 108], ['1: 2 at 107', '1: -2 at 110'], false],
  ])('%s', (_, row, fills, assumed) => {
    expect(within(row, byStop)).toEqual([fills, assumed]);
  });
});

describe('the bar of a purchase by a limit at 98, stop-loss 95', () => {
  const byLimit = (takeProfit: number) =>
    entry({ type: 'limit', limit: 98, takeProfit, stopLoss: 95 });
  it.each<[string, number, Row, string[], boolean]>([
    // From 100 down through 98 to 94: certain.
    ['a touched stop-loss', 105, [100, 101, 94, 96], ['1: 2 at 98', '1: -2 at 95'], false],
    ['a target only the high reached', 99, [100, 101, 97, 98], ['1: 2 at 98'], false],
    [
      'a target the close is beyond',
      99,
      [100, 101, 97, 99.5],
      ['1: 2 at 98', '1: -2 at 99'],
      false,
    ],
    // 98, up to 99, then 94? or straight to 94? Not known: the stop is assumed.
    ['both: the stop', 99, [100, 101, 94, 99.5], ['1: 2 at 98', '1: -2 at 95'], true],
    ['both, the target by its high', 99, [100, 101, 94, 96], ['1: 2 at 98', '1: -2 at 95'], true],
  ])('%s', (_, takeProfit, row, fills, assumed) => {
    expect(within(row, byLimit(takeProfit))).toEqual([fills, assumed]);
  });
});

describe('the bar of a short sale by a stop at 95, take-profit 90 and stop-loss 105', () => {
  const short = entry({ type: 'stop', stop: 95, takeProfit: 90, stopLoss: 105 }, -2);
  it.each<[string, Row, string[], boolean]>([
    ['a touched stop-loss', [100, 106, 94, 96], ['1: -2 at 95', '1: 2 at 105'], true],
    ['a target only the low reached', [100, 101, 89, 92], ['1: -2 at 95'], false],
    ['a target the close is beyond', [100, 101, 88, 89], ['1: -2 at 95', '1: 2 at 90'], false],
  ])('%s', (_, row, fills, assumed) => {
    expect(within(row, short)).toEqual([fills, assumed]);
  });
});

describe('exits given as shares', () => {
  it('count from the price of the fill, costs in it', () => {
    // Bought at 100 with 1 % slippage: 101. A stop-loss of 10 % stands at 90.90, which a low of
    // 90.5 reaches and a low of 91 does not; sold there less 1 %: 89.991.
    const order = entry({ stopLossPercent: 0.1, takeProfitPercent: 0.1 });
    const costs = { slippage: { kind: 'percent', rate: 0.01 } } as const;
    const held = runOn([quiet, [100, 101, 91, 95]], [order], costs);
    expect(held.fills).toHaveLength(1);
    const stopped = runOn([quiet, [100, 101, 90.5, 95]], [order], costs);
    expect(stopped.fills[1]?.price).toBeCloseTo(90.9 * 0.99, 9);
    // The target of 10 % stands at 111.10, exactly.
    const won = runOn([quiet, quiet, [100, 112, 99, 111]], [order], costs);
    expect(won.fills[1]?.price).toBeCloseTo(111.1, 9);
  });

  it('of a short position count the other way', () => {
    // Sold at 100: the stop-loss of 5 % is 105, the target of 10 % is 90.
    const order = entry({ stopLossPercent: 0.05, takeProfitPercent: 0.1 }, -2);
    expect(fillsOf(runOn([quiet, quiet, [100, 101, 90, 92]], [order]))).toEqual([
      '1: -2 at 100',
      '2: 2 at 90',
    ]);
    expect(fillsOf(runOn([quiet, quiet, [100, 105, 99, 92]], [order]))).toEqual([
      '1: -2 at 100',
      '2: 2 at 105',
    ]);
  });
});
