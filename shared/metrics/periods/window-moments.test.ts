import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { windowMoments } from './window-moments.ts';

function naive(x: Float64Array, y: Float64Array) {
  const mean = (values: Float64Array) =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const [mx, my] = [mean(x), mean(y)];
  let [squaresX, squaresY, cross] = [0, 0, 0];
  x.forEach((value, index) => {
    const other = y[index] as number;
    squaresX += (value - mx) ** 2;
    squaresY += (other - my) ** 2;
    cross += (value - mx) * (other - my);
  });
  return { mean: mx, deviation: Math.sqrt(squaresX / (x.length - 1)), slope: cross / squaresY };
}

describe('windowMoments', () => {
  it('agrees with computing every window anew', () => {
    const pairs = fc.array(
      fc.tuple(fc.integer({ min: -99, max: 99 }), fc.integer({ min: -99, max: 99 })),
      {
        maxLength: 60,
      },
    );
    fc.assert(
      fc.property(pairs, fc.integer({ min: 2, max: 12 }), (list, size) => {
        const x = Float64Array.from(list, ([value]) => value / 1000);
        const y = Float64Array.from(list, ([, value]) => value / 1000);
        const found = windowMoments(x, y, size);
        for (let index = 0; index < x.length; index += 1) {
          if (index < size - 1) {
            expect(found.mean[index]).toBeNaN();
            continue;
          }
          const from = index - size + 1;
          const expected = naive(x.slice(from, index + 1), y.slice(from, index + 1));
          expect(found.mean[index]).toBeCloseTo(expected.mean, 12);
          expect(found.deviation[index]).toBeCloseTo(expected.deviation, 10);
          if (new Set(y.slice(from, index + 1)).size > 1) {
            expect(found.slope[index]).toBeCloseTo(expected.slope, 8);
          } else expect(found.slope[index]).toBeNaN();
        }
      }),
    );
  });

  it('finds no spread in equal values, whatever came before them', () => {
    const x = Float64Array.from({ length: 100 }, (_, index) =>
      index < 40 ? Math.sin(index) * 9 : 1e-4,
    );
    const { deviation } = windowMoments(x, x, 25);
    expect(deviation[40]).toBeGreaterThan(0);
    expect([...deviation.slice(64)]).toEqual(Array.from({ length: 36 }, () => 0));
  });
});
