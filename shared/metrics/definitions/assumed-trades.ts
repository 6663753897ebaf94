import type { MetricDefinition } from '../definition.ts';
import { figure } from '../figure.ts';

export const assumedTrades: MetricDefinition = {
  id: 'assumed_trades',
  label: 'Trades on an assumption',
  group: 'Trades',
  unit: 'count',
  formula:
    'closed trades whose entry or exit rests on an assumption about the order of prices within a bar: the worse one',
  source: 'R. Pardo, The Evaluation and Optimization of Trading Strategies (2008), ch. 6',
  examples: [
    {
      given: { trades: [{ assumed: true }, {}, { assumed: true, exitBar: null }] },
      arithmetic: 'one of two closed ones',
      value: 1,
    },
    { given: {}, arithmetic: 'no trade', value: 0 },
  ],
  compute({ closedTrades }) {
    const assumed = closedTrades.filter((trade) => trade.assumed).length;
    return figure(assumed, assumed === 0 ? '' : `of ${closedTrades.length}`);
  },
};
