import { describe, expect, it } from 'vitest';
import { fullHeat, heatLevel } from './heat-level.ts';

describe('heatLevel', () => {
  it('is stronger for more, on both sides of zero, and never wrong about the side', () => {
    expect([0.001, 0.03, 0.06, 0.1, 9].map((value) => heatLevel(value, 0.1))).toEqual([
      1, 2, 3, 4, 4,
    ]);
    expect([-0.001, -9].map((value) => heatLevel(value, 0.1))).toEqual([-1, -4]);
    expect([null, 0].map((value) => heatLevel(value, 0.1))).toEqual([0, 0]);
    expect(heatLevel(0.1, 0)).toBe(0);
  });
});

describe('fullHeat', () => {
  it('is not set by the one month of a crash', () => {
    const months = Array.from({ length: 12 }, (_, index) => (index === 3 ? -0.9 : 0.01 * index));
    expect(fullHeat([{ months }])).toBeCloseTo(0.11, 12);
    expect(fullHeat([{ months: [null, 0] }])).toBe(0);
    expect(fullHeat([])).toBe(0);
  });
});
