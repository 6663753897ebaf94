import type { MetricDefinition } from '../definition.ts';
import { figure, notAvailable } from '../figure.ts';

export const maxDrawdownRecovery: MetricDefinition = {
  id: 'max_drawdown_recovery',
  label: 'Max drawdown: recovery',
  group: 'Drawdown',
  unit: 'date',
  formula: 'the first close at or above the peak of the deepest drawdown again (UTC)',
  source: 'M. Magdon-Ismail and A. Atiya, Maximum Drawdown, Risk 17 (2004), 99-102',
  examples: [
    {
      given: { equity: [100, 120, 90, 130, 117] },
      arithmetic: 'day 1 at 120, day 2 at 90, day 3 at 130',
      value: Date.UTC(2001, 0, 4),
    },
    { given: { equity: [100, 100, 101] }, arithmetic: 'never below a peak', value: null },
    { given: { equity: [100, 120, 90, 110] }, arithmetic: '120 was not seen again', value: null },
  ],
  compute({ time, drawdowns: { deepest } }) {
    if (deepest === null) return notAvailable('equity was never below an earlier close');
    const { recoveryBar } = deepest;
    if (recoveryBar === null) return notAvailable('not recovered by the last bar');
    return figure(time[recoveryBar] as number);
  },
};
