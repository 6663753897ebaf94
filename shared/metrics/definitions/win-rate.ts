import type { MetricDefinition } from '../definition.ts';
import { figure, noClosedTrades } from '../figure.ts';

export const winRate: MetricDefinition = {
  id: 'win_rate',
  label: 'Win rate',
  group: 'Trades',
  unit: 'percent',
  formula: 'closed trades with a profit above 0 after costs / closed trades',
  source: 'R. Pardo, The Evaluation and Optimization of Trading Strategies (2008), ch. 12',
  examples: [
    {
      given: { trades: [{ profit: 10 }, { profit: -4 }, { profit: 0 }, { profit: 2 }] },
      arithmetic: '2 of 4: a trade of exactly 0 is no win',
      value: 0.5,
    },
    {
      given: { trades: [{ profit: -4 }, { profit: 100, exitBar: null }] },
      arithmetic: '0 of 1: an open trade has won nothing yet',
      value: 0,
    },
    {
      given: { trades: [{ profit: 9, exitBar: null }] },
      arithmetic: 'none is closed',
      value: null,
    },
  ],
  compute({ closedTrades }) {
    if (closedTrades.length === 0) return noClosedTrades;
    const won = closedTrades.filter(({ profit }) => profit > 0).length;
    return figure(won / closedTrades.length, `${won} of ${closedTrades.length}`);
  },
};
