import type { MetricDefinition } from '../definition.ts';
import { figure, noBars, notAvailable } from '../figure.ts';

export const returnAtTwiceCosts: MetricDefinition = {
  id: 'return_at_twice_costs',
  label: 'Net return at twice the costs',
  group: 'Costs',
  unit: 'percent',
  formula:
    'final equity of the same decisions, replayed with all commissions, slippage and spreads doubled / starting cash − 1',
  source: 'R. Pardo, The Evaluation and Optimization of Trading Strategies (2008), ch. 6',
  examples: [
    {
      given: { equity: [100, 120], equityAtTwiceCosts: 115 },
      arithmetic: '115 / 100 − 1',
      value: 0.15,
    },
    { given: { equity: [100, 120] }, arithmetic: 'it was not replayed', value: null },
  ],
  compute({ equityAtTwiceCosts, initialCash, equity }) {
    if (equityAtTwiceCosts === null) {
      return notAvailable('the decisions were not replayed at twice the costs');
    }
    const last = equity.at(-1);
    if (last === undefined) return noBars;
    const lost = ((last - equityAtTwiceCosts) / initialCash) * 100;
    const note = Number.isFinite(lost)
      ? `${lost.toFixed(2)} percentage points below the net return`
      : '';
    return figure(equityAtTwiceCosts / initialCash - 1, note);
  },
};
