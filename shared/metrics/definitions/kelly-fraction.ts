import type { MetricDefinition } from '../definition.ts';
import { figure, noClosedTrades } from '../figure.ts';
import { fewestForTradeEstimate, tooFew } from '../samples.ts';
import { payoffRatio } from './payoff-ratio.ts';

export const kellyFraction: MetricDefinition = {
  id: 'kelly_fraction',
  label: 'Kelly fraction',
  group: 'Trades',
  unit: 'percent',
  formula:
    'win rate − (1 − win rate) / payoff ratio: the share of capital that would have grown fastest; below 0: no stake at all',
  source:
    'J. Kelly, A New Interpretation of Information Rate, Bell System Technical Journal 35 (1956)',
  examples: [
    {
      given: { trades: [{ profit: 20 }, { profit: -10 }], tradesTimes: 15 },
      arithmetic: '0.5 − 0.5 / 2',
      value: 0.25,
    },
    {
      given: {
        trades: [{ profit: 10 }, { profit: -10 }, { profit: -10 }, { profit: -10 }],
        tradesTimes: 8,
      },
      arithmetic: '0.25 − 0.75 / 1',
      value: -0.5,
    },
    {
      given: { trades: [{ profit: 20 }, { profit: -10 }], tradesTimes: 14 },
      arithmetic: '28 trades are too few',
      value: null,
    },
    {
      given: { trades: [{ profit: 20 }], tradesTimes: 30 },
      arithmetic: 'no losing trade',
      value: null,
    },
  ],
  compute(context) {
    const { closedTrades, outcomes } = context;
    if (closedTrades.length === 0) return noClosedTrades;
    const few = tooFew(closedTrades.length, fewestForTradeEstimate, 'closed trades');
    if (few) return few;
    const payoff = payoffRatio.compute(context);
    if (payoff.value === null) return payoff;
    const winRate = outcomes.wins / closedTrades.length;
    return figure(
      winRate - (1 - winRate) / payoff.value,
      'as if each trade could be staked anew and were like the past ones; most stake far less',
    );
  },
};
