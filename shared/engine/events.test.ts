import { describe, expect, it } from 'vitest';
import { createMarket } from '../bars/market.ts';
import type { Decision } from './decision.ts';
import { barsOf, fillsOf, free, runOn, type Row } from './engine-run.fixture.ts';
import { replay } from './replay.ts';
import { orderEventReasons, type OrderEventReason, type SimulationResult } from './result.ts';
import type { EngineSettings } from './settings.ts';

const flat = (...prices: number[]): Row[] =>
  prices.map((price) => [price, price, price, price, 100]);
const order = (bar: number, amount: number, terms: object = {}): Decision => ({
  bar,
  kind: 'quantity',
  amount,
  ...terms,
});
const on =
  (
    prices: number[],
    decisions: Decision[],
    settings: Partial<EngineSettings> = {},
  ): (() => SimulationResult) =>
  () =>
    runOn(flat(...prices), decisions, settings);

const flood = Array.from({ length: 1001 }, () => order(0, 1, { type: 'limit', limit: 1 }));

/** One way to each reason: the bar at which it is told and what its message says. */
const ways: Record<OrderEventReason, [() => SimulationResult, number, string]> = {
  'not-enough-cash': [
    on([10, 10], [order(0, 101)]),
    1,
    'Order 1 (buy TEST, decided on bar 0) was not filled: 101 units at 10 exceed',
  ],
  'over-leverage': [
    on([10, 10], [{ bar: 0, kind: 'target-percent', amount: 1.5 }]),
    1,
    '150% of equity is more than a leverage of 1 allows',
  ],
  'less-than-one-lot': [on([10, 10], [order(0, 0.5)]), 1, 'does not come to one lot'],
  // All equity is in the position: a second order without a quantity has nothing to buy with.
  'nothing-to-trade': [
    on(
      [10, 10, 10],
      [
        { bar: 0, kind: 'available', amount: 1 },
        { bar: 1, kind: 'available', amount: 1 },
      ],
    ),
    2,
    'all available equity is in the position already',
  ],
  'no-next-bar': [on([10, 10], [order(1, 1)]), 1, 'the data ends before the next open'],
  'no-bar': [
    () => {
      const market = createMarket([
        { bars: barsOf(flat(10, 10, 10), 'A') },
        { bars: barsOf(flat(10), 'B') },
      ]);
      return replay(market, [order(0, 1, { symbol: 'B' })], free);
    },
    2,
    "Order 1 (buy B, decided on bar 0) was not filled: its instrument's data ended",
  ],
  'outside-volume': [
    on([10, 10, 10], [order(0, 15)], { volumeCap: 0.1 }),
    1,
    "wants 15 units, more than 10% of a bar's volume",
  ],
  'unknown-symbol': [on([10, 10], [order(0, 1, { symbol: 'X' })]), 0, 'names X, which is not part'],
  'unknown-order': [
    on([10, 10], [{ bar: 1, kind: 'cancel', order: 9 }]),
    1,
    'The decision on bar 1 to cancel order 9 found no such order waiting',
  ],
  'too-many-orders': [on([10], flood), 0, 'orders wait already'],
  expired: [
    on([10, 10, 10], [order(0, 1, { type: 'limit', limit: 5, goodUntil: 'day' })]),
    2,
    'expired: its session is over',
  ],
  'margin-call': [
    on([10, 10, 6, 6], [{ bar: 0, kind: 'target-percent', amount: 2 }], { leverage: 2 }),
    2,
    'below the maintenance margin',
  ],
  cancelled: [
    on(
      [10, 10, 6, 6],
      [{ bar: 0, kind: 'target-percent', amount: 2 }, order(1, 1, { type: 'limit', limit: 1 })],
      { leverage: 2 },
    ),
    2,
    'was cancelled by a margin call',
  ],
};

describe('what kept an order from filling is told with its bar and its reason', () => {
  it.each(orderEventReasons)('%s', (reason) => {
    const [run, bar, words] = ways[reason];
    const told = run().events.filter((event) => event.reason === reason);
    expect(told[0]?.bar).toBe(bar);
    expect(told[0]?.message).toContain(words);
  });
});

describe('an order by target', () => {
  it('that is reached already is done without a word', () => {
    const target: Decision = { bar: 0, kind: 'target-quantity', amount: 5 };
    const result = runOn(flat(10, 10, 10), [target, { ...target, bar: 1 }]);
    expect(fillsOf(result)).toEqual(['1: 5 at 10']);
    expect(result.events).toEqual([]);
  });

  it('on a limit is refused where its target is held already: it has no side to wait on', () => {
    const decisions: Decision[] = [
      order(0, 5),
      { bar: 1, kind: 'target-quantity', amount: 5, type: 'limit', limit: 9 },
    ];
    expect(runOn(flat(10, 10, 10), decisions).events[0]).toMatchObject({
      bar: 1,
      reason: 'nothing-to-trade',
    });
  });

  it('on a limit whose position has passed the target meanwhile is refused, not turned round', () => {
    // Given to buy up to 5 at 9; then 8 are bought otherwise; at 9 the target would ask for a sale.
    const decisions: Decision[] = [
      { bar: 0, kind: 'target-quantity', amount: 5, type: 'limit', limit: 9 },
      order(0, 8),
    ];
    const result = runOn(flat(10, 10, 9), decisions);
    expect(fillsOf(result)).toEqual(['1: 8 at 10']);
    expect(result.events).toMatchObject([{ bar: 2, order: 1, reason: 'nothing-to-trade' }]);
  });
});
