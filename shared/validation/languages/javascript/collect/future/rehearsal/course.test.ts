import { describe, expect, it } from 'vitest';
import { anchorsIn, isCourse, isScale } from './course.ts';

/** A walk that is the same in each run. */
function walk(count: number): number[] {
  let price = 50;
  let seed = 7;
  return Array.from({ length: count }, () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    price *= 1 + 0.03 * (seed / 2 ** 32 - 0.5);
    return Number(price.toFixed(2));
  });
}

describe('a course of prices', () => {
  it('is a walk of small steps', () => expect(isCourse(walk(60))).toBe(true));

  it.each([
    ['too few of them', walk(12)],
    ['a scale', Array.from({ length: 30 }, (_, k) => 80 + 2.5 * k)],
    ['a smooth curve', Array.from({ length: 60 }, (_, k) => 100 + 10 * Math.sin(k / 8))],
    ['noise', walk(60).map((_, k) => 100 + (((k * 7919) % 61) - 30) / 10)],
    ['weights of both signs', walk(60).map((price) => price - 50)],
    ['one and the same', Array.from({ length: 30 }, () => 50)],
  ])('is not %s', (_, numbers) => expect(isCourse(numbers)).toBe(false));
});

describe('anchors', () => {
  const levels = [97.1, 104.2, 102.1, 111.8, 115, 113.2];

  it('are places that lie apart, with a figure beside each', () => {
    const places = [0, 20, 40, 60, 80, 100];
    const columns = new Map([
      ['at', places],
      ['level', levels],
    ]);
    expect(anchorsIn(columns)).toEqual(places);
  });

  it('are no rows that only count on, nor a list of its own', () => {
    const counted = new Map([
      ['at', [0, 1, 2, 3, 4, 5]],
      ['level', levels],
    ]);
    expect(anchorsIn(counted)).toEqual([]);
    expect(anchorsIn(new Map([['', [0, 20, 40, 60, 80, 100]]]))).toEqual([]);
  });
});

describe('a scale', () => {
  it('only rises, in whole numbers', () => {
    expect(isScale([2, 3, 5, 7, 11, 13, 17, 19])).toBe(true);
    expect(isScale([2, 3, 5, 7, 11, 13, 17, 16])).toBe(false);
    expect(isScale([2, 3, 5.5, 7, 11, 13, 17, 19])).toBe(false);
  });
});
