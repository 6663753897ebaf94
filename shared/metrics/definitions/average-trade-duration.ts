import type { MetricDefinition } from '../definition.ts';
import { figure, noClosedTrades } from '../figure.ts';
import { daysHeld } from '../trade-outcomes.ts';

export const averageTradeDuration: MetricDefinition = {
  id: 'average_trade_duration',
  label: 'Average trade duration',
  group: 'Trades',
  unit: 'days',
  formula: 'mean calendar days from the entry to the exit of closed trades',
  source: 'R. Pardo, The Evaluation and Optimization of Trading Strategies (2008), ch. 12',
  examples: [
    {
      given: {
        trades: [
          { entryTime: 0, exitTime: 2 * 86_400_000 },
          { entryTime: 0, exitTime: 6 * 86_400_000 },
        ],
      },
      arithmetic: '(2 + 6) / 2',
      value: 4,
    },
    { given: {}, arithmetic: 'no trade', value: null },
  ],
  compute({ closedTrades }) {
    if (closedTrades.length === 0) return noClosedTrades;
    const sum = closedTrades.reduce((total, trade) => total + daysHeld(trade), 0);
    return figure(sum / closedTrades.length);
  },
};
