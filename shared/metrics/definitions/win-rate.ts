import type { MetricDefinition } from '../definition.ts';
import { figure, noClosedTrades } from '../figure.ts';
import { fewestForTradeEstimate } from '../samples.ts';
import { wilsonRange } from '../wilson.ts';

export const winRate: MetricDefinition = {
  id: 'win_rate',
  label: 'Win rate',
  group: 'Trades',
  unit: 'percent',
  formula: 'closed trades with a profit above 0 after costs / closed trades',
  source: 'R. Pardo, The Evaluation and Optimization of Trading Strategies (2008), ch. 12',
  examples: [
    {
      given: { trades: [{ profit: 10 }, { profit: -4 }, { profit: 0 }, { profit: 2 }] },
      arithmetic: '2 of 4: a trade of exactly 0 is no win',
      value: 0.5,
    },
    {
      given: { trades: [{ profit: -4 }, { profit: 100, exitBar: null }] },
      arithmetic: '0 of 1: an open trade has won nothing yet',
      value: 0,
    },
    {
      given: { trades: [{ profit: 9, exitBar: null }] },
      arithmetic: 'none is closed',
      value: null,
    },
  ],
  compute({ closedTrades, outcomes: { wins } }) {
    const count = closedTrades.length;
    if (count === 0) return noClosedTrades;
    const seen = `${wins} of ${count}`;
    if (count >= fewestForTradeEstimate) return figure(wins / count, seen);
    const [low, high] = wilsonRange(wins, count).map((share) => `${Math.round(share * 100)}%`);
    return figure(
      wins / count,
      `${seen}, which is few: the true rate may be anything from ${low} to ${high} (Wilson, 95%)`,
    );
  },
};
