import type { MetricDefinition } from '../definition.ts';
import { figure, noBars } from '../figure.ts';

export const totalReturn: MetricDefinition = {
  id: 'total_return',
  label: 'Total return',
  group: 'Return',
  unit: 'percent',
  formula: 'equity at the last close / starting cash − 1, after all costs',
  source: 'C. Bacon, Practical Portfolio Performance Measurement and Attribution (2008), ch. 2',
  examples: [
    { given: { equity: [100, 90, 121] }, arithmetic: '121 / 100 − 1', value: 0.21 },
    {
      given: { equity: [99, 50], initialCash: 100 },
      arithmetic: '50 / 100 − 1: a cost on the first bar counts',
      value: -0.5,
    },
    { given: { equity: [] }, arithmetic: 'nothing was held', value: null },
  ],
  compute({ equity, initialCash }) {
    const last = equity.at(-1);
    return last === undefined ? noBars : figure(last / initialCash - 1);
  },
};
