import type { MetricDefinition } from '../definition.ts';
import { figure, noClosedTrades, notAvailable } from '../figure.ts';
import { fewestForTradeRatio, tooFew } from '../samples.ts';

export const profitFactor: MetricDefinition = {
  id: 'profit_factor',
  label: 'Profit factor',
  group: 'Trades',
  unit: 'ratio',
  formula: 'money won by the winning closed trades / money lost by the losing ones',
  source: 'R. Pardo, The Evaluation and Optimization of Trading Strategies (2008), ch. 12',
  examples: [
    {
      given: {
        trades: [{ profit: 30 }, { profit: 15 }, { profit: -20 }, { profit: -10 }],
        tradesTimes: 3,
      },
      arithmetic: '3 × (30 + 15) / (3 × (20 + 10))',
      value: 1.5,
    },
    { given: { trades: [{ profit: -20 }], tradesTimes: 10 }, arithmetic: '0 / 200', value: 0 },
    {
      given: { trades: [{ profit: 30 }, { profit: 0 }], tradesTimes: 5 },
      arithmetic: 'nothing lost',
      value: null,
    },
    {
      given: { trades: [{ profit: 30 }, { profit: -1 }, { profit: 5 }], tradesTimes: 3 },
      arithmetic: 'of nine trades one is more than a tenth',
      value: null,
    },
    { given: {}, arithmetic: 'no trade', value: null },
  ],
  compute({ closedTrades, outcomes: { won, lost } }) {
    if (closedTrades.length === 0) return noClosedTrades;
    const few = tooFew(closedTrades.length, fewestForTradeRatio, 'closed trades');
    if (few) return few;
    if (lost === 0)
      return notAvailable('no closed trade lost money, so there is nothing to divide by');
    return figure(won / lost);
  },
};
