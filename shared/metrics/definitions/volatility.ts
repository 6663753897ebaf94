import type { MetricDefinition } from '../definition.ts';
import { annualisedNote, figure, noYearlyReturns } from '../figure.ts';

export const volatility: MetricDefinition = {
  id: 'volatility',
  label: 'Volatility',
  group: 'Risk',
  unit: 'percent',
  formula: 'standard deviation (n − 1) of the returns from bar to bar × √(periods a year)',
  source: 'C. Bacon, Practical Portfolio Performance Measurement and Attribution (2008), ch. 4',
  examples: [
    {
      given: { returns: [0.1, -0.1, 0.1, -0.1, 0.1, -0.1, 0.1, -0.1], daysApart: 30, periods: 12 },
      arithmetic: 'mean 0; √(8 × 0.01 / 7) = 0.106904; × √12 = √(0.96 / 7)',
      value: Math.sqrt(0.96 / 7),
    },
    {
      given: { returns: [0, 0, 0, 0, 0, 0, 0, 0], daysApart: 30 },
      arithmetic: 'nothing moves',
      value: 0,
    },
    {
      given: { equity: [100, 110], days: [0, 60] },
      arithmetic: 'one return has no spread',
      value: null,
    },
  ],
  compute(context) {
    const { deviation, periodsPerYear } = context;
    return (
      noYearlyReturns(context) ??
      figure(deviation * Math.sqrt(periodsPerYear.periods), annualisedNote(context))
    );
  },
};
