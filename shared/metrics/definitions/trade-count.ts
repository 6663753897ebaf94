import type { MetricDefinition } from '../definition.ts';
import { figure } from '../figure.ts';

export const tradeCount: MetricDefinition = {
  id: 'trade_count',
  label: 'Trades',
  group: 'Trades',
  unit: 'count',
  formula: 'closed trades: lots from entry to exit, matched first in, first out',
  source: 'R. Pardo, The Evaluation and Optimization of Trading Strategies (2008), ch. 12',
  examples: [
    {
      given: { trades: [{ profit: 5 }, { profit: -1 }, { profit: 2, exitBar: null }] },
      arithmetic: '2 are closed, 1 is open',
      value: 2,
    },
    { given: {}, arithmetic: 'there was none', value: 0 },
  ],
  compute({ closedTrades, trades }) {
    const open = trades.length - closedTrades.length;
    const note = open === 0 ? '' : `${open} more still open, valued at the last close`;
    return figure(closedTrades.length, note);
  },
};
