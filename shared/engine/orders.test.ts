import { describe, expect, it } from 'vitest';
import { createMarket } from '../bars/market.ts';
import type { Decision } from './decision.ts';
import { barsOf, day, fillsOf, free, reasonsOf, runOn, type Row } from './engine-run.fixture.ts';
import { replay } from './replay.ts';

const buy = (terms: object, amount = 1): Decision => ({
  bar: 0,
  kind: 'quantity',
  amount,
  ...terms,
});
const quiet: Row = [100, 101, 99, 100];

describe('a limit order', () => {
  it.each<[string, Row, string[]]>([
    ['fills at its limit when the bar touches it', [100, 101, 95, 99], ['1: 1 at 95']],
    ['fills at a better open', [93, 97, 92, 96], ['1: 1 at 93']],
    ['waits while it is not reached', [100, 101, 95.01, 99], []],
  ])('to buy at 95 %s', (_, row, fills) => {
    expect(fillsOf(runOn([quiet, row], [buy({ type: 'limit', limit: 95 })]))).toEqual(fills);
  });

  it.each<[string, Row, string[]]>([
    ['fills at its limit', [100, 105, 99, 101], ['1: -1 at 105']],
    ['fills at a better open', [107, 108, 104, 105], ['1: -1 at 107']],
  ])('to sell at 105 %s', (_, row, fills) => {
    const sale = buy({ type: 'limit', limit: 105 }, -1);
    expect(fillsOf(runOn([quiet, row], [sale]))).toEqual(fills);
  });

  it('pays no slippage and no spread: its limit or better', () => {
    const costs = { slippage: { kind: 'percent', rate: 0.01 }, spreadRate: 0.02 } as const;
    const result = runOn([quiet, [100, 101, 95, 99]], [buy({ type: 'limit', limit: 95 })], costs);
    expect(fillsOf(result)).toEqual(['1: 1 at 95']);
    expect(result.fills[0]?.slippage).toBe(0);
  });
});

describe('a stop order', () => {
  it.each<[string, number, number, Row, string[]]>([
    ['buys at the stop when the bar reaches it', 1, 105, [100, 106, 99, 104], ['1: 1 at 105']],
    ['buys at the open that a gap puts beyond it', 1, 105, [108, 109, 107, 108], ['1: 1 at 108']],
    ['sells at the stop', -1, 95, [100, 101, 94, 96], ['1: -1 at 95']],
    ['sells at the open beneath it', -1, 95, [90, 96, 89, 95], ['1: -1 at 90']],
    ['waits', 1, 105, [100, 104.9, 99, 104], []],
  ])('%s', (_, amount, stop, row, fills) => {
    expect(fillsOf(runOn([quiet, row], [buy({ type: 'stop', stop }, amount)]))).toEqual(fills);
  });

  it('pays slippage on the stop, and on the open of a gap', () => {
    const slippage = { kind: 'percent', rate: 0.01 } as const;
    const sale = buy({ type: 'stop', stop: 95 }, -1);
    // 95 · 0.99 = 94.05; 90 · 0.99 = 89.1.
    expect(runOn([quiet, [100, 101, 94, 96]], [sale], { slippage }).fills[0]?.price).toBeCloseTo(
      94.05,
      12,
    );
    expect(runOn([quiet, [90, 96, 89, 95]], [sale], { slippage }).fills[0]?.price).toBeCloseTo(
      89.1,
      12,
    );
  });
});

describe('a stop-limit order to buy, stop 105 and limit 106', () => {
  const order = buy({ type: 'stop-limit', stop: 105, limit: 106 });
  it.each<[string, Row[], string[]]>([
    ['fills at the stop', [[100, 107, 99, 104]], ['1: 1 at 105']],
    ['fills at an open between the two', [[105.5, 107, 105, 106]], ['1: 1 at 105.5']],
    ['waits at its limit after a gap beyond it', [[108, 109, 107, 108]], []],
    ['fills at its limit later in the bar of the gap', [[108, 109, 106, 108]], ['1: 1 at 106']],
    [
      'fills at its limit on a later bar',
      [
        [108, 109, 107, 108],
        [107, 108, 104, 105],
      ],
      ['2: 1 at 106'],
    ],
  ])('%s', (_, rows, fills) => {
    expect(fillsOf(runOn([quiet, ...rows], [order]))).toEqual(fills);
  });

  it('that was triggered waits on its limit alone, through quiet bars too', () => {
    const under = buy({ type: 'stop-limit', stop: 105, limit: 97 });
    const rows: Row[] = [quiet, [104, 106, 103, 104], quiet, quiet, [99, 100, 96, 98]];
    expect(fillsOf(runOn(rows, [under]))).toEqual(['4: 1 at 97']);
  });

  it('with its limit below its stop waits until the next bar: the way within the bar is unknown', () => {
    const under = buy({ type: 'stop-limit', stop: 105, limit: 103 });
    const rows: Row[] = [quiet, [100, 106, 99, 104], [104, 105, 102, 104]];
    expect(fillsOf(runOn(rows, [under]))).toEqual(['2: 1 at 103']);
  });
});

describe('a trailing stop to sell', () => {
  it('follows the highest price by its amount, from bar to bar', () => {
    // Given at a close of 100, trail 5: stands at 95; after a high of 110 at 105, hit within bar 2.
    const rows: Row[] = [quiet, [100, 110, 96, 109], [108, 109, 104, 104]];
    expect(fillsOf(runOn(rows, [buy({ type: 'trailing-stop', trailAmount: 5 }, -1)]))).toEqual([
      '2: -1 at 105',
    ]);
  });

  it('follows by a share of the price', () => {
    // 10 % of 110 is 11: it stands at 99.
    const rows: Row[] = [quiet, [100, 110, 96, 109], [100, 101, 98, 100]];
    expect(fillsOf(runOn(rows, [buy({ type: 'trailing-stop', trailPercent: 0.1 }, -1)]))).toEqual([
      '2: -1 at 99',
    ]);
  });

  it('does not move within the bar that makes the high', () => {
    const rows: Row[] = [quiet, [100, 110, 96, 97], [97, 98, 96.5, 97]];
    // Within bar 1 it stands at 95, which 96 does not reach; then at 105, which bar 2 opens beneath.
    expect(fillsOf(runOn(rows, [buy({ type: 'trailing-stop', trailAmount: 5 }, -1)]))).toEqual([
      '2: -1 at 97',
    ]);
  });

  it('to buy follows the lowest price', () => {
    const rows: Row[] = [quiet, [100, 101, 90, 91], [92, 96, 91, 95]];
    expect(fillsOf(runOn(rows, [buy({ type: 'trailing-stop', trailAmount: 5 })]))).toEqual([
      '2: 1 at 95',
    ]);
  });
});

describe('an order for the close', () => {
  it("fills at the next day's close", () => {
    expect(
      fillsOf(runOn([quiet, [101, 103, 100, 102]], [buy({ type: 'market-on-close' })])),
    ).toEqual(['1: 1 at 102']);
  });

  it("fills at the last close of its session, in the market's time zone", () => {
    // Six-hourly bars; the session day ends at 22:00 UTC, so with bars at 0, 6, 12, 18, 24 … it is the
    // bar of 18:00 that closes it.
    const rows: Row[] = [1, 2, 3, 4, 5, 6, 7].map((close) => [close, close, close, close]);
    const market = createMarket(
      [{ bars: barsOf(rows, 'TEST', 6 * 3_600_000) }],
      [{ from: -Infinity, offset: 2 * 3_600_000 }],
    );
    const result = replay(market, [buy({ type: 'market-on-close' })], free);
    expect(fillsOf(result)).toEqual(['3: 1 at 4']);
  });
});

describe('how long an order waits', () => {
  const far = { type: 'limit', limit: 50 } as const;
  const rows: Row[] = [quiet, quiet, quiet, [50, 51, 49, 50]];

  it('until cancelled, unless it says otherwise', () => {
    expect(fillsOf(runOn(rows, [buy(far)]))).toEqual(['3: 1 at 50']);
  });

  it('for a day: the first session in which it can fill', () => {
    const result = runOn(rows, [buy({ ...far, goodUntil: 'day' })]);
    expect(fillsOf(result)).toEqual([]);
    expect(reasonsOf(result)).toEqual(['2: expired']);
  });

  it('until a date, that day included', () => {
    expect(reasonsOf(runOn(rows, [buy({ ...far, goodUntil: day })]))).toEqual(['2: expired']);
    expect(fillsOf(runOn(rows, [buy({ ...far, goodUntil: 3 * day })]))).toEqual(['3: 1 at 50']);
  });

  it('until the data ends, and that is told', () => {
    expect(reasonsOf(runOn([quiet, quiet], [buy(far)]))).toEqual(['1: expired']);
    expect(reasonsOf(runOn([quiet], [buy({})]))).toEqual(['0: no-next-bar']);
  });

  it('until it is cancelled', () => {
    const result = runOn(rows, [buy(far), { bar: 1, kind: 'cancel', order: 1 }]);
    expect(fillsOf(result)).toEqual([]);
    expect(result.events).toEqual([]);
  });

  it('and can be changed meanwhile', () => {
    const changed = runOn(rows, [
      buy(far),
      { bar: 1, kind: 'modify', order: 1, limit: 99.5, quantity: 3 },
    ]);
    expect(fillsOf(changed)).toEqual(['2: 3 at 99.5']);
  });

  it('and what is said of an order that is not there is told', () => {
    const result = runOn(rows, [
      { bar: 0, kind: 'cancel', order: 7 },
      { bar: 0, kind: 'modify', order: 1, limit: 5 },
    ]);
    expect(reasonsOf(result)).toEqual(['0: unknown-order', '0: unknown-order']);
  });
});

describe('a flood of orders', () => {
  it('is refused beyond a thousand that wait', () => {
    const rows = [quiet, quiet];
    const flood = Array.from({ length: 1005 }, () => buy({ type: 'limit', limit: 1 }));
    const { events, eventCount } = runOn(rows, flood);
    expect(events.filter(({ reason }) => reason === 'too-many-orders')).toHaveLength(5);
    expect(eventCount).toBe(1005);
  });

  const count = 1_000_000;
  const column = new Float64Array(count).fill(100);
  const time = column.map((_, index) => index);
  const [open, high, low, close, volume] = [column, column, column, column, column];
  const market = createMarket([{ bars: { symbol: 'T', time, open, high, low, close, volume } }]);
  const far = { type: 'limit', limit: 1 } as const;

  it('may rest far from the market for as long as it likes', () => {
    const flood = Array.from({ length: 1000 }, () => buy(far));
    expect(replay(market, flood, free)).toMatchObject({ fills: [], eventCount: 1000 });
  });

  it('cannot hold the host up: a thousand orders with a date, through a million bars, end with an error', () => {
    const flood = Array.from({ length: 1000 }, () => buy({ ...far, goodUntil: 10 * count }));
    expect(() => replay(market, flood, free)).toThrow('over 20 million times');
  });
});
