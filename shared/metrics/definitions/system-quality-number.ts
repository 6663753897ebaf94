import type { MetricDefinition } from '../definition.ts';
import { figure, noClosedTrades, notAvailable } from '../figure.ts';
import { fewestForTradeEstimate, tooFew } from '../samples.ts';
import { meanOf, sampleDeviation } from '../statistics.ts';

export const systemQualityNumber: MetricDefinition = {
  id: 'system_quality_number',
  label: 'System quality number (SQN)',
  group: 'Trades',
  unit: 'ratio',
  formula:
    '√(closed trades) × mean profit / standard deviation (n − 1) of the profits, in money; not capped at 100 trades',
  source:
    'V. Tharp, The Definitive Guide to Position Sizing (2008), there with multiples of the risk of each trade',
  examples: [
    {
      given: { trades: [{ profit: 3 }, { profit: -1 }], tradesTimes: 16 },
      arithmetic: '32 trades, mean 1, deviation 2 × √(32 / 31); √32 × 1 / that = √31 / 2',
      value: Math.sqrt(31) / 2,
    },
    {
      given: { trades: [{ profit: 3 }], tradesTimes: 30 },
      arithmetic: 'the profits do not vary',
      value: null,
    },
    {
      given: { trades: [{ profit: 3 }, { profit: -1 }], tradesTimes: 14 },
      arithmetic: '28 trades are too few',
      value: null,
    },
  ],
  compute({ closedTrades }) {
    if (closedTrades.length === 0) return noClosedTrades;
    const few = tooFew(closedTrades.length, fewestForTradeEstimate, 'closed trades');
    if (few) return few;
    const profits = Float64Array.from(closedTrades, ({ profit }) => profit);
    const mean = meanOf(profits);
    const deviation = sampleDeviation(profits, mean);
    if (deviation <= Math.abs(mean) * 1e-12) return notAvailable('the profits do not vary');
    return figure((Math.sqrt(profits.length) * mean) / deviation, `${profits.length} trades`);
  },
};
