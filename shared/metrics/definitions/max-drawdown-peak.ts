import type { MetricDefinition } from '../definition.ts';
import { figure, notAvailable } from '../figure.ts';

export const maxDrawdownPeak: MetricDefinition = {
  id: 'max_drawdown_peak',
  label: 'Max drawdown: peak',
  group: 'Drawdown',
  unit: 'date',
  formula: 'the last close at the peak before the deepest drawdown (UTC)',
  source: 'M. Magdon-Ismail and A. Atiya, Maximum Drawdown, Risk 17 (2004), 99-102',
  examples: [
    {
      given: { equity: [100, 120, 90, 130, 117] },
      arithmetic: 'day 1 at 120, day 2 at 90, day 3 at 130',
      value: Date.UTC(2001, 0, 2),
    },
    { given: { equity: [100, 100, 101] }, arithmetic: 'never below a peak', value: null },
  ],
  compute({ time, drawdowns: { deepest } }) {
    if (deepest === null) return notAvailable('equity was never below an earlier close');
    return figure(time[deepest.peakBar] as number);
  },
};
