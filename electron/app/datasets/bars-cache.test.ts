import { describe, expect, it } from 'vitest';
import { createBars } from '../../../shared/bars/bars.ts';
import { createBarsCache } from './bars-cache.ts';

const barsOf = (count: number) => {
  const column = new Float64Array(count);
  return createBars('X', {
    time: column,
    open: column,
    high: column,
    low: column,
    close: column,
    volume: column,
  });
};

describe('createBarsCache', () => {
  it('loads once, and again only what went because it was not used for longest', () => {
    const cache = createBarsCache(2 * 48);
    const loads: string[] = [];
    const use = (hash: string) =>
      cache.get(hash, () => {
        loads.push(hash);
        return barsOf(1);
      });
    for (const hash of ['a', 'b', 'a', 'c', 'a', 'b']) use(hash);
    expect(loads).toEqual(['a', 'b', 'c', 'b']);
  });

  it('hands out what is too large to keep without keeping it', () => {
    const cache = createBarsCache(48);
    let loads = 0;
    const use = () => cache.get('big', () => (loads++, barsOf(9))).time.length;
    expect([use(), use(), loads]).toEqual([9, 9, 2]);
  });

  it('keeps nothing of a load that failed', () => {
    const cache = createBarsCache(480);
    expect(() =>
      cache.get('a', () => {
        throw new Error('unreadable');
      }),
    ).toThrow('unreadable');
    expect(cache.get('a', () => barsOf(1)).time.length).toBe(1);
  });
});
