import type { MetricDefinition } from '../definition.ts';
import { annualReturn } from './annual-return.ts';

export const cagr: MetricDefinition = {
  id: 'cagr',
  label: 'CAGR',
  group: 'Return',
  unit: 'percent',
  formula:
    'the same figure as Annual return: (equity at the last close / starting cash) ^ (365.25 / calendar days) − 1',
  source: 'C. Bacon, Practical Portfolio Performance Measurement and Attribution (2008), ch. 2',
  examples: [
    {
      given: { equity: [100, 121], days: [0, 730.5] },
      arithmetic: '730.5 days are 2 years; √1.21 − 1',
      value: 0.1,
    },
    {
      given: { equity: [100, 101], days: [0, 7] },
      arithmetic: 'a week is not a year',
      value: null,
    },
  ],
  compute: annualReturn.compute,
};
