import { describe, expect, it } from 'vitest';
import { normalProbability, normalQuantile } from './normal.ts';

describe('normalProbability and normalQuantile', () => {
  // Python's statistics.NormalDist, which uses the C library's erf and M. Wichura's AS 241.
  it.each([
    [0, 0.5],
    [1, 0.8413447460685429],
    [-1.96, 0.024997895148220435],
    [2.5758293035489004, 0.995],
    [-4, 3.167124183311986e-5],
    [-6, 9.865876450376981e-10],
  ])('knows %d', (z, probability) => {
    expect(Math.abs(normalProbability(z) - probability)).toBeLessThan(1e-15);
    expect(normalQuantile(probability)).toBeCloseTo(z, 6);
  });

  it('stays a probability far out, and knows no quantile outside of them', () => {
    expect([-40, 40, Infinity, -Infinity].map(normalProbability)).toEqual([0, 1, 1, 0]);
    for (const none of [0, 1, -1, 2, NaN]) expect(normalQuantile(none)).toBeNaN();
    expect(normalProbability(NaN)).toBeNaN();
  });
});
