import { describe, expect, it } from 'vitest';
import { createMarket } from '../bars/market.ts';
import { zoneOffsets } from '../bars/sessions.ts';
import type { Decision } from './decision.ts';
import { barsOf, day, fillsOf, free, reasonsOf, runOn, type Row } from './engine-run.fixture.ts';
import { replay } from './replay.ts';

const hour = day / 24;
const quiet: Row = [100, 101, 99, 100];
const low: Row = [100, 101, 90, 95];
const buy = (bar: number, terms: object = {}, amount = 1): Decision => ({
  bar,
  kind: 'quantity',
  amount,
  ...terms,
});

/** Hourly bars from this time on, in a time zone. */
function hourly(from: string, rows: readonly Row[], zone: string, sessionStart = 0) {
  const start = Date.parse(from);
  const offsets = zoneOffsets(zone, sessionStart, start, start + rows.length * hour);
  return createMarket([{ bars: barsOf(rows, 'TEST', hour, start) }], offsets);
}

describe('a day order on hourly bars', () => {
  const limit = { type: 'limit', limit: 91, goodUntil: 'day' } as const;
  const hours = (count: number, last: Row): Row[] => [
    ...Array.from({ length: count - 1 }, () => quiet),
    last,
  ];

  // New York is five hours behind: midnight there is 05:00 UTC. Given at 02:00 UTC.
  it("still fills in its session's last hour", () => {
    const market = hourly('2021-01-05T02:00Z', hours(3, low), 'America/New_York');
    expect(fillsOf(replay(market, [buy(0, limit)], free))).toEqual(['2: 1 at 91']);
  });

  it("expires at the next session's first hour", () => {
    const market = hourly('2021-01-05T02:00Z', hours(4, low), 'America/New_York');
    const result = replay(market, [buy(0, limit)], free);
    expect(fillsOf(result)).toEqual([]);
    expect(reasonsOf(result)).toEqual(['3: expired']);
  });

  it('given in the last hour of a session is for the next one', () => {
    // Given at 04:00 UTC, 23:00 in New York: good for all of the next day, 24 bars.
    const market = hourly('2021-01-05T04:00Z', hours(25, low), 'America/New_York');
    expect(fillsOf(replay(market, [buy(0, limit)], free))).toEqual(['24: 1 at 91']);
    const longer = hourly('2021-01-05T04:00Z', hours(26, low), 'America/New_York');
    expect(reasonsOf(replay(longer, [buy(0, limit)], free))).toEqual(['25: expired']);
  });
});

describe('an order for the close on hourly bars', () => {
  const rows = Array.from({ length: 40 }, (_, index): Row => {
    const price = index + 1;
    return [price, price, price, price];
  });
  const atClose = buy(0, { type: 'market-on-close' });

  it.each([
    // From 12:00 UTC: the hour before midnight in New York is 04:00 UTC in winter, 03:00 in summer.
    ['in winter', '2021-01-05T12:00Z', 'America/New_York', 0, 16],
    ['in summer', '2021-07-05T12:00Z', 'America/New_York', 0, 15],
    ['in Berlin', '2021-01-05T12:00Z', 'Europe/Berlin', 0, 10],
    // A session that opens at 18:00 New York, 23:00 UTC, ends with the bar of 22:00 UTC.
    ['in a session from 18:00', '2021-01-05T12:00Z', 'America/New_York', 18 * 60, 10],
    // 14 March 2021: clocks go forward at 07:00 UTC, so midnight moves from 05:00 to 04:00 UTC.
    ['the day clocks change', '2021-03-14T12:00Z', 'America/New_York', 0, 15],
  ])('%s fills at the last close of its session', (_, from, zone, sessionStart, bar) => {
    const result = replay(hourly(from, rows, zone, sessionStart), [atClose], free);
    expect(fillsOf(result)).toEqual([`${bar}: 1 at ${bar + 1}`]);
  });

  it("decided at a session's last close waits for the next session's", () => {
    const market = hourly('2021-01-05T23:00Z', rows, 'UTC');
    expect(fillsOf(replay(market, [atClose], free))).toEqual(['24: 1 at 25']);
  });
});

describe('good until a time', () => {
  it('fills in the bar that begins then, not in the next', () => {
    const until = (days: number) => buy(0, { type: 'limit', limit: 91, goodUntil: days * day });
    expect(fillsOf(runOn([quiet, quiet, low], [until(2)]))).toEqual(['2: 1 at 91']);
    expect(reasonsOf(runOn([quiet, quiet, low], [until(1.99)]))).toEqual(['2: expired']);
  });

  it('limits a market order too: one whose instrument does not trade in time is told', () => {
    const b = barsOf([quiet], 'B', day, 3 * day);
    const market = createMarket([{ bars: barsOf([quiet, quiet, quiet, quiet], 'A') }, { bars: b }]);
    const result = replay(market, [buy(0, { symbol: 'B', goodUntil: day })], free);
    expect(fillsOf(result)).toEqual([]);
    expect(reasonsOf(result)).toEqual(['2: expired']);
  });
});

describe('a change', () => {
  const waiting = buy(0, { type: 'limit', limit: 50, tag: 'patient' });
  const change = (bar: number, terms: object): Decision => ({
    bar,
    kind: 'modify',
    order: 1,
    ...terms,
  });

  it('works from the next bar on, not in the bar in which it is decided', () => {
    expect(fillsOf(runOn([quiet, low, quiet], [waiting, change(1, { limit: 95 })]))).toEqual([]);
    expect(fillsOf(runOn([quiet, quiet, low], [waiting, change(1, { limit: 95 })]))).toEqual([
      '2: 1 at 95',
    ]);
  });

  it('leaves what it does not name', () => {
    const { fills } = runOn([quiet, quiet, low], [waiting, change(1, { limit: 95 })]);
    expect(fills[0]).toMatchObject({ decisionBar: 0, order: 1, tag: 'patient', quantity: 1 });
  });

  it('of both prices of a stop-limit', () => {
    const order = buy(0, { type: 'stop-limit', stop: 200, limit: 210 });
    const rows: Row[] = [quiet, quiet, [100, 107, 99, 104]];
    const changed = change(1, { stop: 105, limit: 106 });
    expect(fillsOf(runOn(rows, [order, changed]))).toEqual(['2: 1 at 105']);
  });

  it('that makes an order marketable fills at the next open', () => {
    expect(fillsOf(runOn([quiet, quiet, low], [waiting, change(1, { limit: 150 })]))).toEqual([
      '2: 1 at 100',
    ]);
  });

  it.each<[string, Decision]>([
    ['of an order that filled', change(1, { limit: 95 })],
    ['the cancelling of an order that filled', { bar: 1, kind: 'cancel', order: 1 }],
  ])('%s is told', (_, decision) => {
    expect(reasonsOf(runOn([quiet, quiet, quiet], [buy(0), decision]))).toEqual([
      '1: unknown-order',
    ]);
  });
});

describe('a tag', () => {
  it('stays with the fill, the trade and the exits of its order', () => {
    const order = buy(0, { tag: 'breakout', takeProfit: 101, stopLoss: 50 });
    const result = runOn([quiet, [100, 100.5, 99, 100], [100, 102, 99, 100]], [order]);
    expect(result.fills.map(({ tag }) => tag)).toEqual(['breakout', 'breakout take-profit']);
    expect(result.trades[0]?.tag).toBe('breakout');
  });
});
