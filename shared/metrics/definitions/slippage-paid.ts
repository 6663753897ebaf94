import type { MetricDefinition } from '../definition.ts';
import { figure } from '../figure.ts';

export const slippagePaid: MetricDefinition = {
  id: 'slippage_paid',
  label: 'Slippage and spread paid',
  group: 'Costs',
  unit: 'money',
  formula: 'sum over all fills of quantity × distance from the price the fill is based on',
  source: 'A. Perold, The Implementation Shortfall, Journal of Portfolio Management 14 (1988), 4-9',
  examples: [
    {
      given: { fills: [{ slippage: 0.5 }, { slippage: 0.25 }] },
      arithmetic: '0.5 + 0.25',
      value: 0.75,
    },
    { given: {}, arithmetic: 'nothing was traded', value: 0 },
  ],
  compute({ fills }) {
    return figure(
      fills.reduce((sum, { slippage }) => sum + slippage, 0),
      'contained in the fill prices, not charged again',
    );
  },
};
