import type { MetricDefinition } from '../definition.ts';
import { figure, noClosedTrades, notAvailable } from '../figure.ts';

export const profitFactor: MetricDefinition = {
  id: 'profit_factor',
  label: 'Profit factor',
  group: 'Trades',
  unit: 'ratio',
  formula: 'money won by the winning closed trades / money lost by the losing ones',
  source: 'R. Pardo, The Evaluation and Optimization of Trading Strategies (2008), ch. 12',
  examples: [
    {
      given: { trades: [{ profit: 30 }, { profit: 15 }, { profit: -20 }, { profit: -10 }] },
      arithmetic: '(30 + 15) / (20 + 10)',
      value: 1.5,
    },
    { given: { trades: [{ profit: -20 }] }, arithmetic: '0 / 20', value: 0 },
    { given: { trades: [{ profit: 30 }, { profit: 0 }] }, arithmetic: 'nothing lost', value: null },
    { given: {}, arithmetic: 'no trade', value: null },
  ],
  compute({ closedTrades }) {
    if (closedTrades.length === 0) return noClosedTrades;
    let won = 0;
    let lost = 0;
    for (const { profit } of closedTrades) {
      if (profit > 0) won += profit;
      else lost -= profit;
    }
    if (lost === 0)
      return notAvailable('no closed trade lost money, so there is nothing to divide by');
    return figure(won / lost);
  },
};
