import type { MetricDefinition } from '../definition.ts';
import { formatTime } from '../../bars/format-time.ts';
import { figure, noClosedTrades } from '../figure.ts';
import { daysHeld, tradeWith } from '../trade-outcomes.ts';

export const shortestTradeDuration: MetricDefinition = {
  id: 'shortest_trade_duration',
  label: 'Shortest trade',
  group: 'Trades',
  unit: 'days',
  formula: 'the fewest calendar days from the entry to the exit of a closed trade',
  source: 'R. Pardo, The Evaluation and Optimization of Trading Strategies (2008), ch. 12',
  examples: [
    {
      given: {
        trades: [
          { entryTime: 0, exitTime: 2 * 86_400_000 },
          { entryTime: 0, exitTime: 6 * 86_400_000 },
        ],
      },
      arithmetic: 'of 2 and 6',
      value: 2,
    },
    { given: {}, arithmetic: 'no trade', value: null },
  ],
  compute({ closedTrades }) {
    const found = tradeWith(closedTrades, (trade) => -daysHeld(trade));
    if (found === undefined) return noClosedTrades;
    return figure(daysHeld(found), `entered on ${formatTime(found.entryTime)}`);
  },
};
