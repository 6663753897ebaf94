import { describe, expect, it } from 'vitest';
import { inputOf } from './example-input.fixture.ts';
import { computeMetrics } from './index.ts';
import { wilsonRange } from './wilson.ts';

const swing = (index: number) => Math.sin(index * index) / 30 + 0.001;
const sides = (count: number) => ({
  returns: Array.from({ length: count }, (_, index) => swing(index)),
  benchmarkReturns: Array.from({ length: count }, (_, index) => swing(index + 7)),
  daysApart: 30,
  trials: 5,
});
const traded = (count: number) => ({
  trades: Array.from({ length: count }, (_, index) => ({ profit: index % 2 === 0 ? 5 : -3 })),
});
const figureOf = (id: string, given: Parameters<typeof inputOf>[0]) =>
  computeMetrics(inputOf(given)).find((metric) => metric.id === id);

describe('a figure on too thin a sample', () => {
  it.each([
    ['sharpe_ratio', 8],
    ['sortino_ratio', 8],
    ['volatility', 8],
    ['omega_ratio', 8],
    ['tracking_error', 8],
    ['information_ratio', 8],
    ['beta', 30],
    ['alpha', 30],
    ['correlation', 30],
    ['up_capture', 30],
    ['down_capture', 30],
    ['skewness', 30],
    ['probabilistic_sharpe_ratio', 30],
    ['deflated_sharpe_ratio', 30],
    ['kurtosis', 100],
    ['value_at_risk', 100],
    ['conditional_value_at_risk', 100],
    ['tail_ratio', 100],
  ])('%s needs %d returns, and says so', (id, fewest) => {
    expect(figureOf(id, sides(fewest))?.value).toBeTypeOf('number');
    const thin = figureOf(id, sides(fewest - 1));
    expect(thin?.value).toBeNull();
    expect(thin?.note).toBe(
      `needs at least ${fewest} returns from bar to bar; this run has ${fewest - 1}`,
    );
  });

  it.each([
    ['profit_factor', 10],
    ['payoff_ratio', 10],
    ['system_quality_number', 30],
    ['kelly_fraction', 30],
  ])('%s needs %d closed trades, and says so', (id, fewest) => {
    expect(figureOf(id, traded(fewest))?.value).toBeTypeOf('number');
    const thin = figureOf(id, traded(fewest - 1));
    expect(thin?.value).toBeNull();
    expect(thin?.note).toBe(`needs at least ${fewest} closed trades; this run has ${fewest - 1}`);
  });

  it('a capture needs eight bars on its side of the benchmark', () => {
    const rising = { ...sides(40), benchmarkReturns: Array.from({ length: 40 }, () => 0.01) };
    rising.benchmarkReturns[3] = -0.01;
    expect(figureOf('up_capture', rising)?.value).toBeTypeOf('number');
    expect(figureOf('down_capture', rising)?.note).toBe(
      'needs at least 8 bars on which the benchmark went down; this run has 1',
    );
  });

  it('a win rate of few trades is given with the range it may be in', () => {
    expect(figureOf('win_rate', traded(5))?.note).toBe(
      '3 of 5, which is few: the true rate may be anything from 23% to 88% (Wilson, 95%)',
    );
    expect(figureOf('win_rate', traded(30))?.note).toBe('15 of 30');
  });
});

describe('wilsonRange', () => {
  it('holds at the ends, where a symmetric range would leave 0 to 1', () => {
    const [low, high] = wilsonRange(0, 10);
    expect(low).toBe(0);
    // By hand: z² / (n + z²) = 3.8415 / 13.8415.
    expect(high).toBeCloseTo(0.27753, 5);
    expect(wilsonRange(10, 10)[1]).toBeCloseTo(1, 14);
  });
});
