import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arctangent, logarithm } from './exact-math.ts';

/** Two steps between neighbouring numbers at 1. */
const lastBits = 2 * Number.EPSILON;
const isNear = (own: number, other: number) =>
  Math.abs(own - other) <= lastBits * Math.max(1, Math.abs(other));

it('logarithm and arctangent equal those of Math but for the last bits', () => {
  const numbers = fc.double({ noNaN: true, noDefaultInfinity: true });
  fc.assert(
    fc.property(numbers, (number) => {
      expect(isNear(arctangent(number), Math.atan(number)), `arctan ${number}`).toBe(true);
      const positive = Math.abs(number) || 1;
      expect(isNear(logarithm(positive), Math.log(positive)), `log ${positive}`).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

it('have the values that are known by heart', () => {
  expect(logarithm(1)).toBe(0);
  expect(logarithm(1024)).toBe(10 * Math.LN2);
  expect(arctangent(0)).toBe(0);
  expect(isNear(arctangent(1), Math.PI / 4)).toBe(true);
  expect(isNear(arctangent(-Math.sqrt(3)), -Math.PI / 3)).toBe(true);
});
