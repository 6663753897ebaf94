import type { MetricDefinition } from '../definition.ts';
import { noComparison } from '../compared.ts';
import { figure, notAvailable } from '../figure.ts';
import { fewestForShape } from '../samples.ts';

export const correlation: MetricDefinition = {
  id: 'correlation',
  label: 'Correlation',
  group: 'Benchmark',
  unit: 'ratio',
  formula:
    'covariance of the returns from bar to bar with the benchmark’s / both standard deviations',
  source: 'C. Bacon, Practical Portfolio Performance Measurement and Attribution (2008), ch. 4',
  examples: [
    {
      given: {
        returns: Array.from(
          { length: 32 },
          (_, index) => 0.002 + (index % 4 < 2 ? 0.01 : -0.01) + (index % 2 === 0 ? 0.01 : -0.01),
        ),
        benchmarkReturns: Array.from({ length: 32 }, (_, index) => (index % 4 < 2 ? 0.02 : -0.02)),
      },
      arithmetic: '0.5 × 0.0004 / (√0.0002 × 0.02): half of the variance is the benchmark’s',
      value: Math.SQRT1_2,
    },
    {
      given: {
        benchmarkReturns: Array.from({ length: 32 }, (_, index) => (index % 4 < 2 ? 0.02 : -0.02)),
      },
      arithmetic: 'buy and hold moves with itself',
      value: 1,
    },
    {
      given: { returns: [0.1, -0.1, 0.1], benchmarkReturns: [0.1, 0, 0.1], daysApart: 30 },
      arithmetic: 'three returns',
      value: null,
    },
    {
      given: {
        returns: Array.from({ length: 32 }, () => 0),
        benchmarkReturns: Array.from({ length: 32 }, (_, index) => (index % 4 < 2 ? 0.02 : -0.02)),
      },
      arithmetic: 'returns that do not vary',
      value: null,
    },
  ],
  compute(context) {
    const problem = noComparison(context, fewestForShape);
    if (problem) return problem;
    if (context.deviation === 0) return notAvailable('the returns do not vary');
    const { covariance, deviation } = context.comparison;
    const found = covariance / (deviation * context.deviation);
    return figure(Math.max(-1, Math.min(1, found)));
  },
};
