import type { MetricDefinition } from '../definition.ts';
import { formatTime } from '../../bars/format-time.ts';
import { figure, noClosedTrades } from '../figure.ts';
import { daysHeld, tradeWith } from '../trade-outcomes.ts';

export const longestTradeDuration: MetricDefinition = {
  id: 'longest_trade_duration',
  label: 'Longest trade',
  group: 'Trades',
  unit: 'days',
  formula: 'the most calendar days from the entry to the exit of a closed trade',
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
      value: 6,
    },
    { given: {}, arithmetic: 'no trade', value: null },
  ],
  compute({ closedTrades }) {
    const found = tradeWith(closedTrades, (trade) => daysHeld(trade));
    if (found === undefined) return noClosedTrades;
    return figure(daysHeld(found), `entered on ${formatTime(found.entryTime)}`);
  },
};
