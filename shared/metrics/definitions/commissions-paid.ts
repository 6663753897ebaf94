import type { MetricDefinition } from '../definition.ts';
import { figure } from '../figure.ts';

export const commissionsPaid: MetricDefinition = {
  id: 'commissions_paid',
  label: 'Commissions paid',
  group: 'Costs',
  unit: 'money',
  formula: 'sum of the commissions of all fills',
  source: 'R. Pardo, The Evaluation and Optimization of Trading Strategies (2008), ch. 6',
  examples: [
    {
      given: { fills: [{ commission: 1.5 }, { commission: 2.25 }] },
      arithmetic: '1.5 + 2.25',
      value: 3.75,
    },
    { given: {}, arithmetic: 'nothing was traded', value: 0 },
  ],
  compute({ fills }) {
    const fillCount = `${fills.length} ${fills.length === 1 ? 'fill' : 'fills'}`;
    return figure(
      fills.reduce((sum, { commission }) => sum + commission, 0),
      fillCount,
    );
  },
};
