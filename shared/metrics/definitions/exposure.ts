import type { MetricDefinition } from '../definition.ts';
import { figure, noBars } from '../figure.ts';

export const exposure: MetricDefinition = {
  id: 'exposure',
  label: 'Time in the market',
  group: 'Risk',
  unit: 'percent',
  formula: 'bars that close with a position / all bars',
  source: 'R. Pardo, The Evaluation and Optimization of Trading Strategies (2008), ch. 12',
  examples: [
    {
      given: { equity: [1, 1, 1, 1], exposure: [0, 0.5, -1, 0] },
      arithmetic: '2 of 4 bars hold a position, long or short',
      value: 0.5,
    },
    { given: { equity: [1, 1], exposure: [0, 0] }, arithmetic: '0 of 2', value: 0 },
    { given: { equity: [] }, arithmetic: 'there is no bar', value: null },
  ],
  compute({ exposure: column }) {
    if (column.length === 0) return noBars;
    let [held, total] = [0, 0];
    for (let bar = 0; bar < column.length; bar += 1) {
      if (column[bar] !== 0) held += 1;
      total += Math.abs(column[bar] as number);
    }
    const average = total / column.length;
    const note = Number.isFinite(average * 100)
      ? `on average ${(average * 100).toFixed(1)}% of equity was in the market`
      : '';
    return figure(held / column.length, note);
  },
};
