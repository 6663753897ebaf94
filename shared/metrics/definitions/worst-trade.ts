import { formatTime } from '../../bars/format-time.ts';
import type { MetricDefinition } from '../definition.ts';
import { figure, noClosedTrades } from '../figure.ts';
import { tradeWith } from '../trade-outcomes.ts';

export const worstTrade: MetricDefinition = {
  id: 'worst_trade',
  label: 'Worst trade',
  group: 'Trades',
  unit: 'percent',
  formula: 'the lowest profit after costs / entry value of a closed trade',
  source: 'R. Pardo, The Evaluation and Optimization of Trading Strategies (2008), ch. 12',
  examples: [
    {
      given: {
        trades: [{ return: 0.5 }, { return: -0.25 }, { return: -9, exitBar: null }],
      },
      arithmetic: 'the smaller of 0.5 and −0.25; the open one does not count',
      value: -0.25,
    },
    { given: {}, arithmetic: 'no trade', value: null },
  ],
  compute({ closedTrades }) {
    const found = tradeWith(closedTrades, (trade) => -trade.return);
    if (found === undefined) return noClosedTrades;
    return figure(found.return, `entered on ${formatTime(found.entryTime)}`);
  },
};
