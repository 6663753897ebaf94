import { describe, expect, it } from 'vitest';
import { testRecord } from '../../../shared/contract/testing/test-record.ts';
import { movedIndex, newestFirst } from './history-order.ts';

describe('newestFirst', () => {
  it('orders by the start of the run and leaves the given list alone', () => {
    const { summary } = testRecord();
    const runs = [1, 3, 2].map((startedAt) => ({ ...summary, startedAt }));
    expect(newestFirst(runs).map(({ startedAt }) => startedAt)).toEqual([3, 2, 1]);
    expect(runs.map(({ startedAt }) => startedAt)).toEqual([1, 3, 2]);
  });
});

describe('movedIndex', () => {
  it.each([
    ['ArrowDown', 0, 1],
    ['ArrowDown', 2, 2],
    ['ArrowUp', 0, 0],
    ['ArrowUp', 2, 1],
    ['Home', 2, 0],
    ['End', 0, 2],
    ['a', 1, null],
    ['toString', 1, null],
  ])('%s from %d of three goes to %s', (key, at, target) => {
    expect(movedIndex(key, at, 3)).toBe(target);
  });

  it('goes nowhere in an empty list', () => {
    expect(movedIndex('ArrowDown', 0, 0)).toBeNull();
  });
});
