import type { MetricDefinition } from '../definition.ts';
import { figure } from '../figure.ts';
import { barNote, noTail } from '../tails.ts';

export const conditionalValueAtRisk: MetricDefinition = {
  id: 'conditional_value_at_risk',
  label: 'Expected shortfall, 95% a bar',
  group: 'Risk',
  unit: 'percent',
  formula:
    'mean of the returns from bar to bar that are at or below the value at risk (95%), also known as CVaR',
  source:
    'R. Rockafellar and S. Uryasev, Optimization of Conditional Value-at-Risk, Journal of Risk 2 (2000)',
  examples: [
    {
      given: { returns: Array.from({ length: 101 }, (_, index) => (index - 50) / 1000) },
      arithmetic: 'the six lowest, −5.0% to −4.5%: their mean',
      value: -0.0475,
    },
    {
      given: { returns: Array.from({ length: 100 }, (_, index) => (index < 10 ? -0.02 : 0.01)) },
      arithmetic: 'ten equal losses are all at the quantile',
      value: -0.02,
    },
    { given: { returns: [0.1, -0.1] }, arithmetic: 'two returns have no tail', value: null },
  ],
  compute(context) {
    const problem = noTail(context);
    if (problem) return problem;
    const { shortfall, shortfallCount } = context.tails;
    return figure(shortfall, `mean of ${shortfallCount} returns; ${barNote(context)}`);
  },
};
