import type { MetricDefinition } from '../definition.ts';
import { annualisedNote, figure, notAvailable, noYearlyReturns } from '../figure.ts';

export const sharpeRatio: MetricDefinition = {
  id: 'sharpe_ratio',
  label: 'Sharpe ratio',
  group: 'Risk',
  unit: 'ratio',
  formula:
    'mean of the returns from bar to bar above the risk-free rate / their standard deviation (n − 1) × √(periods a year)',
  source: 'W. Sharpe, The Sharpe Ratio, Journal of Portfolio Management 21 (1994), 49-58',
  examples: [
    {
      given: { returns: [0.1, 0.2, 0.1, 0.2, 0.1, 0.2, 0.1, 0.2], daysApart: 30, periods: 4 },
      arithmetic: 'mean 0.15; deviation √(8 × 0.05² / 7) = 0.0534522; 0.15 / 0.0534522 × √4',
      value: 2 * Math.sqrt((0.15 * 0.15 * 7) / (8 * 0.05 * 0.05)),
    },
    {
      given: {
        returns: [0.1, 0.2, 0.1, 0.2, 0.1, 0.2, 0.1, 0.2],
        daysApart: 366,
        periods: 1,
        riskFreeRate: 0.05,
      },
      arithmetic: 'mean above 5%: 0.10; 0.10 / 0.0534522 = √(4 × 7 / 8)',
      value: Math.sqrt(3.5),
    },
    {
      given: { returns: [0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1], daysApart: 30 },
      arithmetic: 'returns of 0.1 each: no risk to divide by',
      value: null,
    },
    {
      given: { returns: [0.1, 0.2, 0.1, 0.2, 0.1, 0.2, 0.1], daysApart: 30 },
      arithmetic: 'the deviation of seven returns is uncertain by more than a quarter',
      value: null,
    },
    {
      given: { returns: [0.1, 0.2, 0.1, 0.2, 0.1, 0.2, 0.1, 0.2] },
      arithmetic: 'eight days are not a year',
      value: null,
    },
  ],
  compute(context) {
    const problem = noYearlyReturns(context);
    if (problem) return problem;
    const { meanReturn, deviation, riskFreePerPeriod, periodsPerYear } = context;
    if (deviation === 0)
      return notAvailable('the returns do not vary, so there is no risk to divide by');
    const ratio = (meanReturn - riskFreePerPeriod) / deviation;
    return figure(ratio * Math.sqrt(periodsPerYear.periods), annualisedNote(context));
  },
};
