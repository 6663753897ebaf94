import { describe, expect, it } from 'vitest';
import { createMarket } from '../bars/market.ts';
import type { Decision } from './decision.ts';
import { barsOf, day, fillsOf, free, runOn, type Row } from './engine-run.fixture.ts';
import { replay } from './replay.ts';

const quiet: Row = [100, 101, 99, 100];
const trail = (amount: number, terms: object): Decision => ({
  bar: 0,
  kind: 'quantity',
  amount,
  type: 'trailing-stop',
  ...terms,
});

// Every order is given at a close of 100 on bar 0.
describe('a trailing stop to sell, 5 beneath the highest price', () => {
  const sell = trail(-1, { trailAmount: 5 });
  it.each<[string, Row[], string[]]>([
    ['fills at 95 when a bar touches it', [[100, 101, 95, 96]], ['1: -1 at 95']],
    ['waits while 95 is not reached', [[100, 101, 95.01, 96]], []],
    ['fills at the open of a gap through it', [[93, 94, 92, 93]], ['1: -1 at 93']],
    // High 108 moves it to 103; the next bar opens at 102, beneath it.
    [
      'gaps through the level it has moved to',
      [
        [100, 108, 99, 107],
        [102, 104, 101, 103],
      ],
      ['2: -1 at 102'],
    ],
    // 103 after bar 1; the lower high of bar 2 leaves it there.
    [
      'never moves back',
      [
        [104, 108, 104, 107],
        [106, 107, 104, 104],
        [104, 105, 103, 104],
      ],
      ['3: -1 at 103'],
    ],
  ])('%s', (_, rows, fills) => {
    expect(fillsOf(runOn([quiet, ...rows], [sell]))).toEqual(fills);
  });
});

describe('a trailing stop to buy', () => {
  it.each<[string, object, Row[], string[]]>([
    ['5 above', { trailAmount: 5 }, [[100, 105, 99, 104]], ['1: 1 at 105']],
    ['gap', { trailAmount: 5 }, [[107, 108, 106, 107]], ['1: 1 at 107']],
    // The low of 80 moves it to 88, a tenth above.
    [
      'a tenth above',
      { trailPercent: 0.1 },
      [
        [100, 101, 80, 81],
        [81, 90, 80, 89],
      ],
      ['2: 1 at 88'],
    ],
  ])('%s', (_, terms, rows, fills) => {
    expect(fillsOf(runOn([quiet, ...rows], [trail(1, terms)]))).toEqual(fills);
  });
});

describe('a trailing stop', () => {
  it('pays slippage on its level', () => {
    const slippage = { kind: 'ticks', ticks: 2 } as const;
    const result = runOn([quiet, [100, 101, 95, 96]], [trail(-1, { trailAmount: 5 })], {
      slippage,
      tickSize: 0.25,
    });
    expect(result.fills[0]?.price).toBe(94.5);
  });

  it('can be tightened, from amount to share too, and keeps the best price it has seen', () => {
    const tighten: Decision = { bar: 1, kind: 'modify', order: 1, trailPercent: 0.02 };
    // After the high of 110: 2 % beneath it is 107.80.
    const rows: Row[] = [quiet, [105, 110, 105, 109], [109, 109, 107, 108]];
    const result = runOn(rows, [trail(-1, { trailAmount: 20 }), tighten]);
    expect(result.fills[0]).toMatchObject({ bar: 2, quantity: -1 });
    expect(result.fills[0]?.price).toBeCloseTo(107.8, 9);
  });

  it('of an instrument without a bar so far trails from the first one it gets', () => {
    const later = barsOf([quiet, [100, 106, 99, 105]], 'B', day, day);
    const market = createMarket([{ bars: barsOf([quiet, quiet, quiet], 'A') }, { bars: later }]);
    // Bar 1 is B's first; its low is 99: the stop stands at 104 for bar 2.
    const buy = trail(1, { trailAmount: 5, symbol: 'B' });
    expect(fillsOf(replay(market, [buy], free))).toEqual(['2: 1 at 104']);
  });
});
