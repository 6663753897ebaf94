import type { MetricDefinition } from '../definition.ts';
import { extremePeriod } from '../calendar-extremes.ts';

export const worstDay: MetricDefinition = {
  id: 'worst_day',
  label: 'Worst day',
  group: 'Return',
  unit: 'percent',
  formula:
    'the lowest return of a whole calendar day (UTC), from the last close before it to its last close',
  source: 'C. Bacon, Practical Portfolio Performance Measurement and Attribution (2008), ch. 2',
  examples: [
    {
      given: { equity: [100, 110, 99, 118.8] },
      arithmetic: '+10%, −10%, +20%; day 1 from the starting cash is 0',
      value: -0.1,
    },
    {
      given: { equity: [100, 90, 99], daysApart: 7 },
      arithmetic: 'weekly bars have no days',
      value: null,
    },
  ],
  compute: (context) => extremePeriod(context, 'day', 'worst'),
};
