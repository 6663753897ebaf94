import type { MetricDefinition } from '../definition.ts';
import { figure, noClosedTrades, notAvailable } from '../figure.ts';
import { fewestForTradeRatio, tooFew } from '../samples.ts';

export const payoffRatio: MetricDefinition = {
  id: 'payoff_ratio',
  label: 'Payoff ratio',
  group: 'Trades',
  unit: 'ratio',
  formula:
    'average profit of the winning closed trades / average loss of the losing ones, in money',
  source: 'R. Pardo, The Evaluation and Optimization of Trading Strategies (2008), ch. 12',
  examples: [
    {
      given: {
        trades: [{ profit: 30 }, { profit: 10 }, { profit: -8 }, { profit: -12 }],
        tradesTimes: 3,
      },
      arithmetic: '20 / 10',
      value: 2,
    },
    {
      given: { trades: [{ profit: 5 }], tradesTimes: 10 },
      arithmetic: 'no losing trade',
      value: null,
    },
    { given: { trades: [{ profit: 30 }, { profit: -10 }] }, arithmetic: 'two trades', value: null },
  ],
  compute({ closedTrades, outcomes: { wins, losses, won, lost } }) {
    if (closedTrades.length === 0) return noClosedTrades;
    const few = tooFew(closedTrades.length, fewestForTradeRatio, 'closed trades');
    if (few) return few;
    if (wins === 0) return notAvailable('no closed trade won');
    if (losses === 0) return notAvailable('no closed trade lost');
    return figure(won / wins / (lost / losses), `${wins} winning, ${losses} losing trades`);
  },
};
