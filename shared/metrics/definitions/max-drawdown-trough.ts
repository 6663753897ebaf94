import type { MetricDefinition } from '../definition.ts';
import { figure, notAvailable } from '../figure.ts';

export const maxDrawdownTrough: MetricDefinition = {
  id: 'max_drawdown_trough',
  label: 'Max drawdown: trough',
  group: 'Drawdown',
  unit: 'date',
  formula: 'the close at which the deepest drawdown was deepest (UTC)',
  source: 'M. Magdon-Ismail and A. Atiya, Maximum Drawdown, Risk 17 (2004), 99-102',
  examples: [
    {
      given: { equity: [100, 120, 90, 130, 117] },
      arithmetic: 'day 1 at 120, day 2 at 90, day 3 at 130',
      value: Date.UTC(2001, 0, 3),
    },
    { given: { equity: [100, 100, 101] }, arithmetic: 'never below a peak', value: null },
  ],
  compute({ time, drawdowns: { deepest } }) {
    if (deepest === null) return notAvailable('equity was never below an earlier close');
    return figure(time[deepest.troughBar] as number);
  },
};
