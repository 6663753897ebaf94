import { describe, expect, it } from 'vitest';
import type { Decision } from './decision.ts';
import { fillsOf, reasonsOf, runOn, type Row } from './engine-run.fixture.ts';

const quiet: Row = [100, 101, 99, 100];
const order = (amount: number, terms: object): Decision => ({
  bar: 0,
  kind: 'quantity',
  amount,
  ...terms,
});
const link = (...orders: number[]): Decision => ({ bar: 0, kind: 'one-cancels-other', orders });
const buyStop = order(1, { type: 'stop', stop: 105 });
const sellStop = order(-1, { type: 'stop', stop: 95 });
const sellLimit = order(-1, { type: 'limit', limit: 105 });
const buyLimit = order(1, { type: 'limit', limit: 95 });

/** A bar that reaches 106 and 94, in an order that nobody knows. */
const both: Row = [100, 106, 94, 100];

describe('of two linked orders that one bar reaches', () => {
  it.each<[string, Decision[], string]>([
    ['a stop goes before a limit', [buyLimit, sellStop], '1: -1 at 95'],
    ['a stop goes before a limit given first', [sellLimit, sellStop], '1: -1 at 95'],
    ['of two stops the one given first', [buyStop, sellStop], '1: 1 at 105'],
    ['of two limits the one given first', [buyLimit, sellLimit], '1: 1 at 95'],
  ])('%s, assumed', (_, pair, fill) => {
    const result = runOn([quiet, both, quiet], [...pair, link(1, 2)]);
    expect(fillsOf(result)).toEqual([fill]);
    expect(result.fills[0]?.assumed).toBe(true);
    expect(result.trades[0]?.assumed).toBe(true);
  });

  it('a stop-limit counts as reached when its stop is', () => {
    const stopLimit = order(1, { type: 'stop-limit', stop: 105, limit: 107 });
    const result = runOn([quiet, both, quiet], [sellStop, stopLimit, link(1, 2)]);
    expect(fillsOf(result)).toEqual(['1: -1 at 95']);
    expect(result.fills[0]?.assumed).toBe(true);
  });

  it('nothing is assumed when the open decides', () => {
    const result = runOn([quiet, [106, 107, 90, 100], quiet], [sellStop, buyStop, link(1, 2)]);
    expect(fillsOf(result)).toEqual(['1: 1 at 106']);
    expect(result.fills[0]?.assumed).toBeUndefined();
  });
});

describe('one cancels the others', () => {
  it('however many there are', () => {
    const third = order(1, { type: 'limit', limit: 90 });
    const rows: Row[] = [quiet, [100, 106, 99, 104], [100, 101, 80, 85]];
    expect(fillsOf(runOn(rows, [buyStop, sellStop, third, link(1, 2, 3)]))).toEqual([
      '1: 1 at 105',
    ]);
  });

  it('not when it expires or is cancelled itself', () => {
    const brief = order(1, { type: 'stop', stop: 105, goodUntil: 'day' });
    const rows: Row[] = [quiet, quiet, quiet, [100, 101, 94, 95]];
    expect(fillsOf(runOn(rows, [brief, sellStop, link(1, 2)]))).toEqual(['3: -1 at 95']);
    const cancel: Decision = { bar: 1, kind: 'cancel', order: 1 };
    expect(fillsOf(runOn(rows, [buyStop, sellStop, link(1, 2), cancel]))).toEqual(['3: -1 at 95']);
  });

  it('not when it is refused', () => {
    // 1,000 in cash do not pay for 20 at 105.
    const large = order(20, { type: 'stop', stop: 105 });
    const rows: Row[] = [quiet, [100, 106, 99, 104], [100, 101, 94, 95]];
    const result = runOn(rows, [large, sellStop, link(1, 2)]);
    expect(fillsOf(result)).toEqual(['2: -1 at 95']);
    expect(reasonsOf(result)).toEqual(['1: not-enough-cash']);
  });

  it('with its first part under a volume cap', () => {
    const rows: Row[] = [
      [10, 10, 10, 10, 0],
      [10, 11, 10, 11, 100],
      [11, 11, 8, 8, 900],
    ];
    const up = order(15, { type: 'stop', stop: 11 });
    const down = order(-15, { type: 'stop', stop: 9 });
    const result = runOn(rows, [up, down, link(1, 2)], { volumeCap: 0.1 });
    expect(fillsOf(result)).toEqual(['1: 10 at 11', '2: 5 at 11']);
  });

  it('and a link to orders that are not there is told, each', () => {
    const result = runOn([quiet, quiet], [buyStop, link(1, 7)]);
    expect(reasonsOf(result)).toEqual(['0: unknown-order', '1: expired']);
    expect(result.events[0]?.message).toContain('order 7');
  });
});
