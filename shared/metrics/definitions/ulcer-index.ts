import type { MetricDefinition } from '../definition.ts';
import { figure, noBars } from '../figure.ts';

export const ulcerIndex: MetricDefinition = {
  id: 'ulcer_index',
  label: 'Ulcer index',
  group: 'Drawdown',
  unit: 'percent',
  formula: 'root of the mean of the squared drawdowns at all closes',
  source: 'P. Martin and B. McCann, The Investor’s Guide to Fidelity Funds (1989)',
  examples: [
    {
      given: { equity: [100, 90, 80, 100] },
      arithmetic: '√((0 + 0.1² + 0.2² + 0) / 4) = √0.0125',
      value: Math.sqrt(0.0125),
    },
    { given: { equity: [100, 101] }, arithmetic: 'never below a peak', value: 0 },
    { given: { equity: [] }, arithmetic: 'there is no equity', value: null },
  ],
  compute({ drawdown }) {
    if (drawdown.length === 0) return noBars;
    let squares = 0;
    for (let bar = 0; bar < drawdown.length; bar += 1) squares += (drawdown[bar] as number) ** 2;
    return figure(Math.sqrt(squares / drawdown.length));
  },
};
