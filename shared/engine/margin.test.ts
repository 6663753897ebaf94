import { describe, expect, it } from 'vitest';
import { createMarket } from '../bars/market.ts';
import type { Decision } from './decision.ts';
import { barsOf, day, fillsOf, free, reasonsOf, runOn, type Row } from './engine-run.fixture.ts';
import { replay } from './replay.ts';

const flat = (...prices: number[]): Row[] => prices.map((price) => [price, price, price, price]);
const twice: Decision = { bar: 0, kind: 'target-percent', amount: 2 };
const levered = { leverage: 2, maintenanceMargin: 0.25 };

// 1,000 in cash, 200 units bought at 10: debt of 1,000, called below a price of 6.6667.
describe('a margin call', () => {
  it('cancels what waits and sells at the next open, gap and costs included', () => {
    const rest: Decision = { bar: 1, kind: 'quantity', amount: 1, type: 'limit', limit: 1 };
    const slippage = { kind: 'percent', rate: 0.01 } as const;
    const rows: Row[] = [...flat(10, 10, 6), [4, 5, 4, 5]];
    // Slippage would raise the purchase above what the leverage carries: 1.9 times it is.
    const order: Decision = { ...twice, amount: 1.9 };
    const result = runOn(rows, [order, rest], { ...levered, slippage });
    expect(reasonsOf(result)).toEqual(['2: cancelled', '2: margin-call']);
    expect(result.fills[1]).toMatchObject({ bar: 3, tag: 'margin call' });
    expect(result.fills[1]?.price).toBeCloseTo(3.96, 12);
    expect(result.finalPositions[0]?.quantity).toBe(0);
  });

  it('can leave a debt, which the account shows', () => {
    const result = runOn(flat(10, 10, 6, 4), [twice], levered);
    // 200 sold at 4: 800 against a debt of 1,000.
    expect(result.finalCash).toBe(-200);
    expect(result.equity[3]).toBe(-200);
  });

  it('cannot be cancelled or changed by the strategy', () => {
    const result = runOn(
      flat(10, 10, 6, 6),
      [
        twice,
        { bar: 2, kind: 'cancel', order: 2 },
        { bar: 2, kind: 'modify', order: 2, quantity: 1 },
      ],
      levered,
    );
    expect(fillsOf(result)).toEqual(['1: 200 at 10', '3: -200 at 6']);
  });

  it('goes before an order decided at the same close', () => {
    const more: Decision = { bar: 2, kind: 'quantity', amount: -50 };
    const result = runOn(flat(10, 10, 6, 6), [twice, more], levered);
    expect(fillsOf(result)).toEqual(['1: 200 at 10', '3: -200 at 6']);
    expect(reasonsOf(result)).toEqual(['2: cancelled', '2: margin-call']);
  });

  it('at the last close stays, and is told', () => {
    const result = runOn(flat(10, 10, 6), [twice], levered);
    expect(reasonsOf(result)).toEqual(['2: margin-call', '2: no-next-bar']);
    expect(result.finalPositions[0]?.quantity).toBe(200);
  });

  it('is not made where the run sells at the last close anyway', () => {
    const result = runOn(flat(10, 10, 6), [twice], { ...levered, atEnd: 'last-close' });
    expect(result.events).toEqual([]);
    expect(fillsOf(result)).toEqual(['1: 200 at 10', '2: -200 at 6']);
  });

  it('sells every position, one without a bar when it has one again', () => {
    const a = barsOf(flat(10, 10, 3, 3, 3), 'A');
    const early = barsOf(flat(10, 10), 'B');
    const b = barsOf(flat(8), 'B', day, 4 * day);
    const join = (one: Float64Array, other: Float64Array) => Float64Array.from([...one, ...other]);
    const rested = {
      symbol: 'B',
      time: join(early.time, b.time),
      open: join(early.open, b.open),
      high: join(early.high, b.high),
      low: join(early.low, b.low),
      close: join(early.close, b.close),
      volume: join(early.volume, b.volume),
    };
    const market = createMarket([{ bars: a }, { bars: rested }]);
    const once: Decision = { bar: 0, kind: 'target-percent', amount: 1 };
    const result = replay(market, [once, { ...once, symbol: 'B' }], { ...free, ...levered });
    // 100 of each for 2,000. At A's 3 and B's last 10 equity is 300 of 1,300: 23 %.
    expect(reasonsOf(result)).toEqual(['2: margin-call', '2: margin-call']);
    expect(fillsOf(result).slice(2)).toEqual(['3: -100 at 3', '4: -100 at 8']);
    expect(result.finalCash).toBe(100);
  });
});

describe('leverage', () => {
  it('lets no order lead beyond it, nor a second one', () => {
    const first: Decision = { bar: 0, kind: 'quantity', amount: 150 };
    const second: Decision = { bar: 1, kind: 'quantity', amount: 51 };
    expect(reasonsOf(runOn(flat(10, 10, 10), [first, second], levered))).toEqual([
      '2: not-enough-cash',
    ]);
    const fits: Decision = { ...second, amount: 50 };
    expect(fillsOf(runOn(flat(10, 10, 10), [first, fits], levered))).toEqual([
      '1: 150 at 10',
      '2: 50 at 10',
    ]);
  });

  it('counts long and short together', () => {
    const market = createMarket([
      { bars: barsOf(flat(10, 10), 'A') },
      { bars: barsOf(flat(10, 10), 'B') },
    ]);
    const long: Decision = { bar: 0, kind: 'quantity', amount: 60 };
    const short: Decision = { bar: 0, kind: 'quantity', amount: -50, symbol: 'B' };
    // 600 long and 500 short are 1,100 of 1,000.
    expect(reasonsOf(replay(market, [long, short], free))).toEqual(['1: not-enough-cash']);
    expect(replay(market, [long, { ...short, amount: -40 }], free).exposure[1]).toBe(1);
  });

  it('never keeps a position from being made smaller', () => {
    // Under water by far, and still sold in part.
    const part: Decision = { bar: 2, kind: 'quantity', amount: -50 };
    const result = runOn(flat(10, 10, 5.2, 5.1), [twice, part], {
      leverage: 2,
      maintenanceMargin: 0,
    });
    expect(fillsOf(result)).toEqual(['1: 200 at 10', '3: -50 at 5.1']);
  });
});

describe('interest by actual days over 365', () => {
  /** 10 a unit on these days. */
  const onDays = (days: number[], decisions: Decision[], settings: object) => {
    const bars = barsOf(flat(...days.map(() => 10)), 'TEST');
    const time = Float64Array.from(days, (at) => at * day);
    return replay(createMarket([{ bars: { ...bars, time } }]), decisions, { ...free, ...settings });
  };

  it('counts the days of a weekend', () => {
    // Friday to Monday: 1,000 · 3.65 % · 3 / 365 = 0.30.
    const result = onDays([1, 4], [], { cashInterestRate: 0.0365 });
    expect(result.equity[1]).toBeCloseTo(1000.3, 9);
  });

  it('counts parts of a day', () => {
    // Six hours: 1,000 · 3.65 % / 4 / 365 = 0.025.
    expect(onDays([1, 1.25], [], { cashInterestRate: 0.0365 }).interest).toBeCloseTo(0.025, 9);
  });

  it('is on what was held over the days, not on what is bought after them', () => {
    // Bought at bar 1's open: the three days before it earned on all the cash.
    const order: Decision = { bar: 0, kind: 'quantity', amount: 100 };
    const result = onDays([1, 4, 5], [order], { cashInterestRate: 0.0365 });
    // Then 0.30 are left in cash: 0.30 · 0.0001 for a day.
    expect(result.interest).toBeCloseTo(0.3 + 0.00003, 9);
  });

  it('a short pays its fee on the value at the latest close', () => {
    // 50 short at 10, the price doubles: 1,000 · 7.3 % / 365 = 0.20 for the next day.
    const result = runOn(flat(10, 10, 20, 20), [{ bar: 0, kind: 'quantity', amount: -50 }], {
      borrowRate: 0.073,
      maintenanceMargin: 0,
    });
    expect(result.borrowFees).toBeCloseTo(0.1 + 0.2, 9);
  });
});
