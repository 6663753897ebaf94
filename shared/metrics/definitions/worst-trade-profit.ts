import type { MetricDefinition } from '../definition.ts';
import { formatTime } from '../../bars/format-time.ts';
import { figure, noClosedTrades } from '../figure.ts';
import { tradeWith } from '../trade-outcomes.ts';

export const worstTradeProfit: MetricDefinition = {
  id: 'worst_trade_profit',
  label: 'Worst trade, money',
  group: 'Trades',
  unit: 'money',
  formula: 'the lowest profit after costs of a closed trade',
  source: 'R. Pardo, The Evaluation and Optimization of Trading Strategies (2008), ch. 12',
  examples: [
    {
      given: { trades: [{ profit: 50 }, { profit: -25 }, { profit: -900, exitBar: null }] },
      arithmetic: 'of 50 and −25; the open one does not count',
      value: -25,
    },
    { given: {}, arithmetic: 'no trade', value: null },
  ],
  compute({ closedTrades }) {
    const found = tradeWith(closedTrades, ({ profit }) => -profit);
    if (found === undefined) return noClosedTrades;
    return figure(found.profit, `entered on ${formatTime(found.entryTime)}`);
  },
};
