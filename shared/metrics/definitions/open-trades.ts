import type { MetricDefinition } from '../definition.ts';
import { figure } from '../figure.ts';

export const openTrades: MetricDefinition = {
  id: 'open_trades',
  label: 'Open trades',
  group: 'Trades',
  unit: 'count',
  formula: 'lots still held at the last bar; in no figure about closed trades',
  source: 'R. Pardo, The Evaluation and Optimization of Trading Strategies (2008), ch. 12',
  examples: [
    {
      given: { trades: [{ profit: 5 }, { profit: 2, exitBar: null }] },
      arithmetic: 'one has no exit',
      value: 1,
    },
    { given: { trades: [{ profit: 5 }] }, arithmetic: 'all are closed', value: 0 },
  ],
  compute({ closedTrades, trades }) {
    const open = trades.length - closedTrades.length;
    const profit = trades.reduce(
      (sum, trade) => sum + (trade.exitBar === null ? trade.profit : 0),
      0,
    );
    if (open === 0 || !Number.isFinite(profit)) return figure(open);
    return figure(open, `with a profit of ${profit.toFixed(2)} at the last close`);
  },
};
