import type { MetricDefinition } from '../definition.ts';
import { figure, noClosedTrades } from '../figure.ts';

export const longestLosingStreak: MetricDefinition = {
  id: 'longest_losing_streak',
  label: 'Longest losing streak',
  group: 'Trades',
  unit: 'count',
  formula:
    'the most closed trades in a row with a profit below 0, by the order of their exits; one of exactly 0 ends a streak',
  source: 'R. Pardo, The Evaluation and Optimization of Trading Strategies (2008), ch. 12',
  examples: [
    {
      given: {
        trades: [
          { profit: 1 },
          { profit: 2 },
          { profit: 0 },
          { profit: 3 },
          { profit: -1 },
          { profit: -1 },
          { profit: -2 },
        ],
      },
      arithmetic: 'two wins, a zero, a win, three losses',
      value: 3,
    },
    { given: { trades: [{ profit: 0 }] }, arithmetic: 'neither won nor lost', value: 0 },
    { given: {}, arithmetic: 'no trade', value: null },
  ],
  compute({ closedTrades, outcomes }) {
    if (closedTrades.length === 0) return noClosedTrades;
    return figure(outcomes.losingStreak);
  },
};
