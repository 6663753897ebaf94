import { describe, expect, it } from 'vitest';
import type { Bars } from '../bars/bars.ts';
import { createMarket } from '../bars/market.ts';
import type { Decision } from './decision.ts';
import { barsOf, day, fillsOf, free, reasonsOf, type Row } from './engine-run.fixture.ts';
import { replay } from './replay.ts';

const flat = (prices: readonly number[], symbol: string, start = 0): Bars =>
  barsOf(
    prices.map((price): Row => [price, price, price, price]),
    symbol,
    day,
    start * day,
  );
/** Days 0 to 4; B rests on day 2. */
const a = flat([10, 10, 10, 10, 10], 'A');
const rest = flat([20, 20], 'B');
const late = flat([40, 50], 'B', 3);
const b: Bars = {
  symbol: 'B',
  time: Float64Array.from([...rest.time, ...late.time]),
  open: Float64Array.from([...rest.open, ...late.open]),
  high: Float64Array.from([...rest.high, ...late.high]),
  low: Float64Array.from([...rest.low, ...late.low]),
  close: Float64Array.from([...rest.close, ...late.close]),
  volume: Float64Array.from([...rest.volume, ...late.volume]),
};
const market = createMarket([{ bars: a }, { bars: b }]);
const order = (bar: number, amount: number, symbol?: string): Decision => ({
  bar,
  kind: 'quantity',
  amount,
  ...(symbol === undefined ? {} : { symbol }),
});

describe('two instruments of which one rests on day 2', () => {
  it('share a clock of every day', () => {
    expect([...market.time]).toEqual([0, day, 2 * day, 3 * day, 4 * day]);
  });

  it('an order for the resting one waits for its next bar', () => {
    const result = replay(market, [order(1, 3, 'B')], free);
    expect(fillsOf(result)).toEqual(['3: 3 at 40']);
  });

  it('a position in it is valued at its last close, and those bars are counted', () => {
    const result = replay(market, [order(0, 10, 'B')], free);
    // 10 · 20 bought for 200 of 1,000; worth 200 on days 1 and 2, 400 and 500 then.
    expect([...result.equity]).toEqual([1000, 1000, 1000, 1200, 1300]);
    expect(result.staleBars).toBe(1);
    expect(result.trades[0]?.symbol).toBe('B');
  });

  it('an order for an instrument whose data ended is told at the end', () => {
    const short = createMarket([{ bars: a }, { bars: rest }]);
    expect(reasonsOf(replay(short, [order(2, 1, 'B')], free))).toEqual(['4: no-bar']);
  });

  it('an unknown symbol is an event', () => {
    expect(reasonsOf(replay(market, [order(0, 1, 'C')], free))).toEqual(['0: unknown-symbol']);
  });

  it('sales pay for purchases at the same open', () => {
    const decisions: Decision[] = [
      { bar: 0, kind: 'target-percent', amount: 1 },
      { bar: 2, kind: 'target-percent', amount: 0.5 },
      { bar: 2, kind: 'target-percent', amount: 0.5, symbol: 'B' },
    ];
    const result = replay(market, decisions, free);
    // 100 A for 1,000; 50 sold for 500, which buy 12 B at 40 (12.5 rounded down).
    expect(fillsOf(result)).toEqual(['1: 100 at 10', '3: -50 at 10', '3: 12 at 40']);
  });

  it('what became too large since the decision is sold first, though it was ordered last', () => {
    // Half and half at 10 each; then A doubles, so at the fill A must be sold to pay for B.
    const doubling = createMarket([
      { bars: flat([10, 10, 10, 20, 20], 'A') },
      { bars: flat([10, 10, 10, 10, 10], 'B') },
    ]);
    const half = (bar: number, symbol?: string): Decision => ({
      bar,
      kind: 'target-percent',
      amount: 0.5,
      ...(symbol === undefined ? {} : { symbol }),
    });
    const decisions = [half(0), half(0, 'B'), half(2, 'B'), half(2)];
    const result = replay(doubling, decisions, free);
    // Equity at the fill is 50 · 20 + 50 · 10 = 1,500: 37 A (37.5 rounded down) and 75 B.
    expect(fillsOf(result)).toEqual(['1: 50 at 10', '1: 50 at 10', '3: -13 at 20', '3: 25 at 10']);
    expect(result.events).toEqual([]);
  });

  it('a purchase that the other position leaves no room for is cut and told', () => {
    const decisions: Decision[] = [
      { bar: 0, kind: 'target-percent', amount: 0.8 },
      { bar: 0, kind: 'target-percent', amount: 0.8, symbol: 'B' },
    ];
    const result = replay(market, decisions, free);
    expect(fillsOf(result)).toEqual(['1: 80 at 10', '1: 10 at 20']);
    expect(reasonsOf(result)).toEqual(['1: not-enough-cash']);
  });

  it('an order that the other position leaves no room for is not filled with what rounding leaves', () => {
    const decisions: Decision[] = [
      { bar: 0, kind: 'target-percent', amount: 1 },
      { bar: 0, kind: 'target-percent', amount: -0.1, symbol: 'B' },
    ];
    const result = replay(market, decisions, { ...free, lotSize: 0 });
    expect(fillsOf(result)).toEqual(['1: 100 at 10']);
    expect(reasonsOf(result)).toEqual(['1: not-enough-cash']);
  });

  it('an order without a quantity takes what the other leaves', () => {
    const decisions: Decision[] = [
      { bar: 0, kind: 'target-percent', amount: 0.6 },
      { bar: 2, kind: 'available', amount: 1, symbol: 'B' },
    ];
    expect(fillsOf(replay(market, decisions, free))).toEqual(['1: 60 at 10', '3: 10 at 40']);
  });
});

it('one more instrument that nobody touches changes nothing', () => {
  const decisions = [order(0, 50), order(2, -20)];
  const alone = replay(createMarket([{ bars: a }]), decisions, free);
  expect(replay(market, decisions, free).equity).toEqual(alone.equity);
});

it('a symbol may come only once, and times must ascend', () => {
  expect(() => createMarket([{ bars: a }, { bars: a }])).toThrow('A comes twice');
  const back = { ...a, time: Float64Array.of(0, 2, 1, 3, 4) };
  expect(() => createMarket([{ bars: back }])).toThrow('do not ascend at row 2');
  expect(() => createMarket([])).toThrow('at least one');
});
