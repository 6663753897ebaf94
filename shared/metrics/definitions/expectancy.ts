import type { MetricDefinition } from '../definition.ts';
import { figure, noClosedTrades, tradesNote } from '../figure.ts';

export const expectancy: MetricDefinition = {
  id: 'expectancy',
  label: 'Expectancy a trade',
  group: 'Trades',
  unit: 'money',
  formula:
    'win rate × average win − loss rate × average loss, which is the mean profit of closed trades',
  source: 'V. Tharp, Trade Your Way to Financial Freedom (2006), ch. 7',
  examples: [
    {
      given: { trades: [{ profit: 30 }, { profit: 10 }, { profit: -20 }, { profit: -10 }] },
      arithmetic: '0.5 × 20 − 0.5 × 15 = 2.5',
      value: 2.5,
    },
    {
      given: { trades: [{ profit: 6 }, { profit: 0 }, { profit: 99, exitBar: null }] },
      arithmetic: '(6 + 0) / 2: the open trade does not count',
      value: 3,
    },
    { given: {}, arithmetic: 'no trade', value: null },
  ],
  compute({ closedTrades }) {
    if (closedTrades.length === 0) return noClosedTrades;
    const sum = closedTrades.reduce((total, { profit }) => total + profit, 0);
    return figure(sum / closedTrades.length, tradesNote(closedTrades.length));
  },
};
