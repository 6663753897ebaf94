import type { MetricDefinition } from '../definition.ts';
import { expectancy } from './expectancy.ts';

export const averageTradeProfit: MetricDefinition = {
  id: 'average_trade_profit',
  label: 'Average trade, money',
  group: 'Trades',
  unit: 'money',
  formula: 'mean profit after costs of closed trades: the same figure as Expectancy a trade',
  source: 'R. Pardo, The Evaluation and Optimization of Trading Strategies (2008), ch. 12',
  examples: [
    {
      given: { trades: [{ profit: 30 }, { profit: -10 }] },
      arithmetic: '(30 − 10) / 2',
      value: 10,
    },
    { given: {}, arithmetic: 'no trade', value: null },
  ],
  compute: expectancy.compute,
};
