import type { MetricDefinition } from '../definition.ts';
import { figure } from '../figure.ts';
import { barNote, noTail } from '../tails.ts';

export const valueAtRisk: MetricDefinition = {
  id: 'value_at_risk',
  label: 'Value at risk, 95% a bar',
  group: 'Risk',
  unit: 'percent',
  formula:
    'the 5% quantile of the returns from bar to bar, as they were: one bar in twenty was at most this; interpolated between ranks',
  source:
    'P. Jorion, Value at Risk (2006); quantile: R. Hyndman and Y. Fan, The American Statistician 50 (1996), definition 7',
  examples: [
    {
      given: { returns: Array.from({ length: 101 }, (_, index) => (index - 50) / 1000) },
      arithmetic:
        '101 returns from −5% to +5% in steps of 0.1%: rank 0.05 × 100 = 5, the sixth lowest',
      value: -0.045,
    },
    {
      given: { returns: Array.from({ length: 102 }, (_, index) => (index - 50) / 1000) },
      arithmetic: '102 of them: rank 5.05, a twentieth of the way from −4.5% to −4.4%',
      value: -0.04495,
    },
    {
      given: { returns: Array.from({ length: 99 }, (_, index) => (index - 50) / 1000) },
      arithmetic: 'one in twenty of 99 are fewer than five',
      value: null,
    },
  ],
  compute(context) {
    const problem = noTail(context);
    if (problem) return problem;
    return figure(context.tails.low, barNote(context));
  },
};
