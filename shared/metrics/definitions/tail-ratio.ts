import type { MetricDefinition } from '../definition.ts';
import { figure, notAvailable } from '../figure.ts';
import { noTail } from '../tails.ts';

export const tailRatio: MetricDefinition = {
  id: 'tail_ratio',
  label: 'Tail ratio',
  group: 'Risk',
  unit: 'ratio',
  formula:
    'size of the 95% quantile of the returns from bar to bar / size of their 5% quantile, interpolated between ranks',
  source:
    'the definition of the Python library empyrical (2016); quantile: R. Hyndman and Y. Fan, The American Statistician 50 (1996), definition 7',
  examples: [
    {
      given: { returns: Array.from({ length: 101 }, (_, index) => (index - 50) / 1000) },
      arithmetic: '4.5% / 4.5%: as long a tail above as below',
      value: 1,
    },
    {
      given: { returns: Array.from({ length: 101 }, (_, index) => (index - 40) / 1000) },
      arithmetic: 'from −4% to +6%: 5.5% / 3.5%',
      value: 0.055 / 0.035,
    },
    {
      given: { returns: Array.from({ length: 101 }, (_, index) => (index === 100 ? 0.01 : 0)) },
      arithmetic: 'nothing below 0 to divide by',
      value: null,
    },
  ],
  compute(context) {
    const problem = noTail(context);
    if (problem) return problem;
    const { low, high } = context.tails;
    if (low === 0) return notAvailable('the 5% quantile of the returns is 0');
    return figure(Math.abs(high / low));
  },
};
