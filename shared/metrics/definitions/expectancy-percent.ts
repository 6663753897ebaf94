import type { MetricDefinition } from '../definition.ts';
import { averageTrade } from './average-trade.ts';

export const expectancyPercent: MetricDefinition = {
  id: 'expectancy_percent',
  label: 'Expectancy a trade, percent',
  group: 'Trades',
  unit: 'percent',
  formula:
    'win rate × average win − loss rate × average loss, in shares of the entry value: the same figure as Average trade',
  source: 'V. Tharp, Trade Your Way to Financial Freedom (2006), ch. 7',
  examples: [
    {
      given: { trades: [{ return: 0.3 }, { return: 0.1 }, { return: -0.2 }, { return: -0.1 }] },
      arithmetic: '0.5 × 0.2 − 0.5 × 0.15',
      value: 0.025,
    },
    { given: {}, arithmetic: 'no trade', value: null },
  ],
  compute: averageTrade.compute,
};
