import type { MetricDefinition } from '../definition.ts';
import { extremePeriod } from '../calendar-extremes.ts';

export const worstMonth: MetricDefinition = {
  id: 'worst_month',
  label: 'Worst month',
  group: 'Return',
  unit: 'percent',
  formula:
    'the lowest return of a whole calendar month (UTC), from the last close before it to its last close',
  source: 'C. Bacon, Practical Portfolio Performance Measurement and Attribution (2008), ch. 2',
  examples: [
    {
      given: { equity: [100, 110, 99, 99, 108.9], days: [0, 30, 58, 59, 89] },
      arithmetic: '2001: January 110 / 100 − 1; February 99 / 110 − 1; March 108.9 / 99 − 1',
      value: -0.1,
    },
    {
      given: { equity: [100, 120], days: [14, 20] },
      arithmetic: 'a week within January is no whole month',
      value: null,
    },
  ],
  compute: (context) => extremePeriod(context, 'month', 'worst'),
};
