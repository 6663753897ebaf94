import type { MetricDefinition } from '../definition.ts';
import { figure, noClosedTrades, tradesNote } from '../figure.ts';

export const averageTrade: MetricDefinition = {
  id: 'average_trade',
  label: 'Average trade',
  group: 'Trades',
  unit: 'percent',
  formula: 'mean of profit after costs / entry value, over closed trades',
  source: 'R. Pardo, The Evaluation and Optimization of Trading Strategies (2008), ch. 12',
  examples: [
    {
      given: { trades: [{ return: 0.5 }, { return: -0.25 }, { return: 9, exitBar: null }] },
      arithmetic: '(0.5 − 0.25) / 2',
      value: 0.125,
    },
    { given: {}, arithmetic: 'no trade', value: null },
  ],
  compute({ closedTrades }) {
    if (closedTrades.length === 0) return noClosedTrades;
    const sum = closedTrades.reduce((total, trade) => total + trade.return, 0);
    return figure(sum / closedTrades.length, tradesNote(closedTrades.length));
  },
};
