import type { MetricDefinition } from '../definition.ts';
import { extremePeriod } from '../calendar-extremes.ts';

export const bestYear: MetricDefinition = {
  id: 'best_year',
  label: 'Best year',
  group: 'Return',
  unit: 'percent',
  formula:
    'the highest return of a whole calendar year (UTC), from the last close before it to its last close',
  source: 'C. Bacon, Practical Portfolio Performance Measurement and Attribution (2008), ch. 2',
  examples: [
    {
      given: { equity: [100, 120, 120, 90], days: [0, 364, 365, 729] },
      arithmetic: '2001: 120 / 100 − 1; 2002: 90 / 120 − 1',
      value: 0.2,
    },
    {
      given: { equity: [100, 120], days: [0, 200] },
      arithmetic: 'a part of a year is not compared with whole ones',
      value: null,
    },
  ],
  compute: (context) => extremePeriod(context, 'year', 'best'),
};
