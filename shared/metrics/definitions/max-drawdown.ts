import { formatTime } from '../../bars/format-time.ts';
import type { MetricDefinition } from '../definition.ts';
import { figure, noBars } from '../figure.ts';

export const maxDrawdown: MetricDefinition = {
  id: 'max_drawdown',
  label: 'Max drawdown',
  group: 'Drawdown',
  unit: 'percent',
  formula: 'the lowest value of equity / its highest value so far − 1, at the closes',
  source: 'M. Magdon-Ismail and A. Atiya, Maximum Drawdown, Risk 17 (2004), 99-102',
  examples: [
    {
      given: { equity: [100, 120, 90, 130, 117] },
      arithmetic: '90 / 120 − 1 is deeper than 117 / 130 − 1',
      value: -0.25,
    },
    { given: { equity: [100, -20] }, arithmetic: '−20 / 100 − 1', value: -1.2 },
    { given: { equity: [100, 100, 101] }, arithmetic: 'never below a peak', value: 0 },
    { given: { equity: [] }, arithmetic: 'there is no equity', value: null },
  ],
  compute({ equity, time, drawdowns: { deepest } }) {
    if (equity.length === 0) return noBars;
    if (deepest === null) return figure(0, 'equity was never below an earlier close');
    const at = (bar: number) => formatTime(time[bar] as number);
    const { peakBar, troughBar, recoveryBar, depth } = deepest;
    const end = recoveryBar === null ? 'not recovered' : `recovered on ${at(recoveryBar)}`;
    return figure(depth, `from ${at(peakBar)} down to ${at(troughBar)}, ${end}`);
  },
};
