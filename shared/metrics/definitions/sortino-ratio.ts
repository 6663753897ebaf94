import type { MetricDefinition } from '../definition.ts';
import { annualisedNote, figure, notAvailable, noYearlyReturns } from '../figure.ts';
import { downsideDeviation } from '../statistics.ts';

export const sortinoRatio: MetricDefinition = {
  id: 'sortino_ratio',
  label: 'Sortino ratio',
  group: 'Risk',
  unit: 'ratio',
  formula:
    'mean return above the risk-free rate / √(mean of min(0, return − risk-free rate)² over all periods) × √(periods a year)',
  source:
    'F. Sortino and L. Price, Performance Measurement in a Downside Risk Framework, Journal of Investing 3 (1994), 59-64',
  examples: [
    {
      // The worked example of T. Rollinger and S. Hoffman, "Sortino: A 'Sharper' Ratio" (2013): 4.417.
      given: {
        equity: [
          100, 117, 134.55, 165.4965, 157.221675, 176.088276, 191.93622084, 216.8879295492,
          208.212412367232,
        ],
        days: [0, 366, 732, 1098, 1464, 1830, 2196, 2562, 2928],
        periods: 1,
      },
      arithmetic:
        'returns 17, 15, 23, −5, 12, 9, 13, −4%; mean 10%; √((0.0025 + 0.0016) / 8) = 2.264%; 10 / 2.264',
      value: 4.417261042993862,
    },
    {
      given: { returns: [0.1, -0.1, 0.1, -0.1, 0.1, -0.1, 0.1, -0.1], daysApart: 30, periods: 12 },
      arithmetic: 'returns +0.1 and −0.1: the mean is 0',
      value: 0,
    },
    {
      given: { returns: [0.1, 0.2, 0.1, 0.2, 0.1, 0.2, 0.1, 0.2], daysApart: 30 },
      arithmetic: 'no period lost',
      value: null,
    },
  ],
  compute(context) {
    const problem = noYearlyReturns(context);
    if (problem) return problem;
    const { returns, meanReturn, riskFreePerPeriod, periodsPerYear } = context;
    const downside = downsideDeviation(returns.values, riskFreePerPeriod);
    if (downside === 0) return notAvailable('no period lost, so there is no downside to divide by');
    const ratio = (meanReturn - riskFreePerPeriod) / downside;
    return figure(ratio * Math.sqrt(periodsPerYear.periods), annualisedNote(context));
  },
};
