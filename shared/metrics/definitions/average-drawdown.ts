import type { MetricDefinition } from '../definition.ts';
import { figure, noBars } from '../figure.ts';

export const averageDrawdown: MetricDefinition = {
  id: 'average_drawdown',
  label: 'Average drawdown',
  group: 'Drawdown',
  unit: 'percent',
  formula:
    'mean depth of all drawdowns, each from its peak to its lowest close; an open one counts as it stands',
  source: 'C. Bacon, Practical Portfolio Performance Measurement and Attribution (2008), ch. 4',
  examples: [
    {
      given: { equity: [100, 80, 100, 90, 95, 110] },
      arithmetic: '(−20% − 10%) / 2',
      value: -0.15,
    },
    { given: { equity: [100, 75] }, arithmetic: 'the open one', value: -0.25 },
    { given: { equity: [100, 101] }, arithmetic: 'never below a peak', value: 0 },
    { given: { equity: [] }, arithmetic: 'there is no equity', value: null },
  ],
  compute({ equity, drawdowns: { count, totalDepth } }) {
    if (equity.length === 0) return noBars;
    if (count === 0) return figure(0, 'equity was never below an earlier close');
    return figure(totalDepth / count, count === 1 ? '1 drawdown' : `${count} drawdowns`);
  },
};
