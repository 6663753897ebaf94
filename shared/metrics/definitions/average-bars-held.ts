import type { MetricDefinition } from '../definition.ts';
import { figure, noClosedTrades } from '../figure.ts';

export const averageBarsHeld: MetricDefinition = {
  id: 'average_bars_held',
  label: 'Average bars held',
  group: 'Trades',
  unit: 'count',
  formula: 'mean number of bars from the entry to the exit of closed trades',
  source: 'R. Pardo, The Evaluation and Optimization of Trading Strategies (2008), ch. 12',
  examples: [
    {
      given: { trades: [{ barsHeld: 3 }, { barsHeld: 8 }, { barsHeld: 99, exitBar: null }] },
      arithmetic: '(3 + 8) / 2',
      value: 5.5,
    },
    { given: {}, arithmetic: 'no trade', value: null },
  ],
  compute({ closedTrades }) {
    if (closedTrades.length === 0) return noClosedTrades;
    return figure(
      closedTrades.reduce((sum, { barsHeld }) => sum + barsHeld, 0) / closedTrades.length,
    );
  },
};
