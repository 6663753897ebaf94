import { expect, it } from 'vitest';
import { createRandom } from './random.ts';

it('gives the same numbers for the same seed, others for another, all in [0, 1)', () => {
  const draw = (seed: number) => Array.from({ length: 1000 }, createRandom(seed));
  expect(draw(1)).toEqual(draw(1));
  expect(draw(1)).not.toEqual(draw(2));
  expect(draw(7).every((value) => value >= 0 && value < 1)).toBe(true);
  const mean = draw(42).reduce((sum, value) => sum + value, 0) / 1000;
  expect(mean).toBeGreaterThan(0.45);
  expect(mean).toBeLessThan(0.55);
});
