import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { processorTime } from '../testing/processor-time.fixture.ts';
import { quantileOf } from './quantile.ts';

describe('quantileOf', () => {
  it('agrees with sorting', () => {
    const numbers = fc.array(fc.double({ noNaN: true, min: -9, max: 9 }), {
      minLength: 1,
      maxLength: 60,
    });
    fc.assert(
      fc.property(numbers, fc.double({ min: 0, max: 1, noNaN: true }), (list, share) => {
        const sorted = Float64Array.from(list).sort();
        const position = share * (sorted.length - 1);
        const below = Math.floor(position);
        const [low, high] = [
          sorted[below] as number,
          sorted[below + 1] ?? (sorted[below] as number),
        ];
        const expected = low + (high - low) * (position - below);
        expect(quantileOf(Float64Array.from(list), share)).toBeCloseTo(expected, 12);
      }),
    );
  });

  it('takes no forever over many equal, ordered or reversed values', () => {
    const count = 200_000;
    const took = processorTime(() => {
      for (const of of [() => 1, (index: number) => index, (index: number) => -index]) {
        const values = Float64Array.from({ length: count }, (_, index) => of(index));
        expect(quantileOf(values, 0.5)).toBe((of((count - 2) / 2) + of(count / 2)) / 2);
      }
    });
    expect(took).toBeLessThan(5000);
  });

  it('knows no quantile of nothing', () => {
    expect(quantileOf(new Float64Array(), 0.5)).toBeNaN();
  });
});
