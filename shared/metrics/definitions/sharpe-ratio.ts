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
      given: { equity: [100, 110, 132], days: [0, 30, 60], periods: 4 },
      arithmetic: 'returns 0.1 and 0.2; mean 0.15; deviation √(2 × 0.05²) = 0.0707107; × √4 = 3√2',
      value: 4.242640687119285,
    },
    {
      given: { equity: [100, 110, 132], days: [0, 366, 732], periods: 1, riskFreeRate: 0.05 },
      arithmetic: 'mean above 5%: 0.10; 0.10 / 0.0707107 = √2',
      value: 1.4142135623730951,
    },
    {
      given: { equity: [100, 110, 121], days: [0, 30, 60] },
      arithmetic: 'returns of 0.1 each: no risk to divide by',
      value: null,
    },
    { given: { equity: [100, 101, 99] }, arithmetic: 'two days are not a year', value: null },
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
