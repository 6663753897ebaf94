import { describe, expect, it } from 'vitest';
import { expectedHighestSharpe, probabilisticSharpe } from './probabilistic-sharpe.ts';

describe('probabilisticSharpe', () => {
  // Bailey and López de Prado (2012): two years of monthly returns with a Sharpe ratio of 0.458 a month.
  it('agrees with its paper', () => {
    const shape = { skewness: -2.448, kurtosis: 10.164 };
    expect(probabilisticSharpe(0.458, 0, 24, shape)).toBeCloseTo(0.913, 3);
    expect(probabilisticSharpe(0.458, 0, 24, { skewness: 0, kurtosis: 3 })).toBeCloseTo(0.982, 3);
  });
});

describe('expectedHighestSharpe', () => {
  // Bailey and López de Prado (2014), "A numerical example": five years of daily returns, a yearly
  // ratio of 2.5, skewness −3, kurtosis 10; the ratios of the trials vary by 1/2 a year.
  it.each([
    [100, 0.1132, 0.9004],
    [46, 0.1004, 0.9505],
  ])('agrees with its paper for %d trials', (trials, highest, deflated) => {
    const threshold = expectedHighestSharpe(trials, 1 / 2 / 250);
    expect(threshold).toBeCloseTo(highest, 4);
    const shape = { skewness: -3, kurtosis: 10 };
    const found = probabilisticSharpe(2.5 / Math.sqrt(250), threshold, 1250, shape);
    expect(found).toBeCloseTo(deflated, 4);
  });

  it('grows with the number of trials, up to a billion of them', () => {
    const highest = [2, 10, 1000, 1e6, 1e9].map((trials) => expectedHighestSharpe(trials, 1));
    expect(highest).toEqual(highest.toSorted((a, b) => a - b));
    expect(highest.at(-1)).toBeLessThan(Math.sqrt(2 * Math.log(1e9)));
  });
});
