import type { MetricDefinition } from '../definition.ts';
import { noYearlyComparison } from '../compared.ts';
import { annualisedNote, figure } from '../figure.ts';
import { fewestForShape } from '../samples.ts';

export const alpha: MetricDefinition = {
  id: 'alpha',
  label: 'Alpha a year',
  group: 'Benchmark',
  unit: 'percent',
  formula:
    '(mean return above the risk-free rate − beta × mean benchmark return above it, from bar to bar) × periods a year',
  source:
    'M. Jensen, The Performance of Mutual Funds in the Period 1945-1964, Journal of Finance 23 (1968), 389-416',
  examples: [
    {
      given: {
        returns: Array.from(
          { length: 32 },
          (_, index) => 0.002 + (index % 4 < 2 ? 0.01 : -0.01) + (index % 2 === 0 ? 0.01 : -0.01),
        ),
        benchmarkReturns: Array.from({ length: 32 }, (_, index) => (index % 4 < 2 ? 0.02 : -0.02)),
        periods: 4,
        daysApart: 30,
      },
      arithmetic: '(0.002 − 0.5 × 0) × 4',
      value: 0.008,
    },
    {
      given: {
        returns: Array.from(
          { length: 32 },
          (_, index) => 0.002 + (index % 4 < 2 ? 0.01 : -0.01) + (index % 2 === 0 ? 0.01 : -0.01),
        ),
        benchmarkReturns: Array.from({ length: 32 }, (_, index) => (index % 4 < 2 ? 0.02 : -0.02)),
        periods: 1,
        riskFreeRate: 0.01,
        daysApart: 30,
      },
      arithmetic: '(0.002 − 0.01) − 0.5 × (0 − 0.01)',
      value: -0.003,
    },
    {
      given: { returns: [0.1, -0.1, 0.1], benchmarkReturns: [0.1, 0, 0.1], daysApart: 30 },
      arithmetic: 'three returns',
      value: null,
    },
  ],
  compute(context) {
    const problem = noYearlyComparison(context, fewestForShape);
    if (problem) return problem;
    const { meanReturn, riskFreePerPeriod, periodsPerYear } = context;
    const { covariance, deviation, mean } = context.comparison;
    const expected = (covariance / (deviation * deviation)) * (mean - riskFreePerPeriod);
    return figure(
      (meanReturn - riskFreePerPeriod - expected) * periodsPerYear.periods,
      annualisedNote(context),
    );
  },
};
