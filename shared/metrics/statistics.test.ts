import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { downsideDeviation, meanOf, sampleDeviation, sumOf } from './statistics.ts';

/** The first value, then pairs around it, as NIST builds its NumAcc data sets. */
const alternating = (first: number, low: number, high: number) =>
  Float64Array.from({ length: 1001 }, (_, index) =>
    index === 0 ? first : index % 2 === 1 ? low : high,
  );

// NIST Statistical Reference Datasets, univariate summary statistics, with certified values.
const reference = [
  {
    name: 'NumAcc1',
    values: Float64Array.of(10000001, 10000003, 10000002),
    mean: 10000002,
    deviation: 1,
  },
  { name: 'NumAcc2', values: alternating(1.2, 1.1, 1.3), mean: 1.2, deviation: 0.1 },
  {
    name: 'NumAcc3',
    values: alternating(1000000.2, 1000000.1, 1000000.3),
    mean: 1000000.2,
    deviation: 0.1,
  },
  {
    name: 'NumAcc4',
    values: alternating(10000000.2, 10000000.1, 10000000.3),
    mean: 10000000.2,
    deviation: 0.1,
  },
];

describe('mean and sample deviation', () => {
  it.each(reference)('meet the certified values of $name', ({ values, mean, deviation }) => {
    expect(meanOf(values)).toBeCloseTo(mean, 8);
    // The inputs themselves are rounded to 2e-9 at 1e7, so no method gets closer than this.
    expect(sampleDeviation(values, meanOf(values))).toBeCloseTo(deviation, 8);
  });

  it('are not numbers where there is no answer', () => {
    expect(meanOf(new Float64Array())).toBeNaN();
    expect(sampleDeviation(Float64Array.of(1), 1)).toBeNaN();
  });

  it('do not notice a shift and follow a scale', () => {
    const integers = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2 });
    fc.assert(
      fc.property(integers, fc.integer({ min: -1000, max: 1000 }), (numbers, shift) => {
        const of = (values: number[]) => {
          const column = Float64Array.from(values);
          return sampleDeviation(column, meanOf(column));
        };
        expect(of(numbers.map((value) => value + shift))).toBeCloseTo(of(numbers), 9);
        expect(of(numbers.map((value) => value * -4))).toBeCloseTo(4 * of(numbers), 9);
      }),
    );
  });
});

describe('sumOf', () => {
  it('keeps what plain addition loses', () => {
    expect(sumOf([1, 1e100, 1, -1e100])).toBe(2);
    expect(sumOf([])).toBe(0);
  });
});

describe('downsideDeviation', () => {
  it('counts shortfalls only, over all values', () => {
    // √((0.3² + 0.1²) / 4) with a target of 0.1.
    const values = Float64Array.of(-0.2, 0, 0.1, 0.9);
    expect(downsideDeviation(values, 0.1)).toBeCloseTo(Math.sqrt(0.1 / 4), 15);
    expect(downsideDeviation(values, -1)).toBe(0);
  });
});
