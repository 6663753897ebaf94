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
      given: { equity: [100, 110, 99], days: [0, 30, 60], periods: 12 },
      arithmetic: 'returns +0.1 and −0.1, mean 0; √((0.01 + 0.01) / 1) = 0.141421; × √12 = √0.24',
      value: 0.4898979485566356,
    },
    {
      given: { equity: [100, 100, 100], days: [0, 30, 60] },
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
