import type { MetricDefinition } from '../definition.ts';
import { formatTime } from '../../bars/format-time.ts';
import { figure, noBars } from '../figure.ts';

export const currentDrawdown: MetricDefinition = {
  id: 'current_drawdown',
  label: 'Drawdown at the end',
  group: 'Drawdown',
  unit: 'percent',
  formula: 'equity at the last close / its highest value so far − 1',
  source: 'M. Magdon-Ismail and A. Atiya, Maximum Drawdown, Risk 17 (2004), 99-102',
  examples: [
    { given: { equity: [100, 120, 90, 108] }, arithmetic: '108 / 120 − 1', value: -0.1 },
    { given: { equity: [100, 90, 101] }, arithmetic: 'the last close is the highest', value: 0 },
    { given: { equity: [] }, arithmetic: 'there is no equity', value: null },
  ],
  compute({ drawdown, drawdowns: { open }, time }) {
    const last = drawdown.at(-1);
    if (last === undefined) return noBars;
    if (open === null) return figure(last);
    return figure(last, `since ${formatTime(time[open.peakBar] as number)}`);
  },
};
