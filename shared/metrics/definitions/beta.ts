import type { MetricDefinition } from '../definition.ts';
import { noComparison } from '../compared.ts';
import { figure } from '../figure.ts';
import { fewestForShape } from '../samples.ts';

export const beta: MetricDefinition = {
  id: 'beta',
  label: 'Beta',
  group: 'Benchmark',
  unit: 'ratio',
  formula:
    'covariance of the returns from bar to bar with the benchmark’s / variance of the benchmark’s',
  source: 'W. Sharpe, Capital Asset Prices, Journal of Finance 19 (1964), 425-442',
  examples: [
    {
      given: {
        returns: Array.from(
          { length: 32 },
          (_, index) => 0.002 + (index % 4 < 2 ? 0.01 : -0.01) + (index % 2 === 0 ? 0.01 : -0.01),
        ),
        benchmarkReturns: Array.from({ length: 32 }, (_, index) => (index % 4 < 2 ? 0.02 : -0.02)),
      },
      arithmetic: 'returns are 0.2% + half the benchmark’s ±2% + an unrelated ±1%',
      value: 0.5,
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
        returns: Array.from(
          { length: 32 },
          (_, index) => 0.002 + (index % 4 < 2 ? 0.01 : -0.01) + (index % 2 === 0 ? 0.01 : -0.01),
        ),
        daysApart: 30,
      },
      arithmetic: 'a benchmark that does not move',
      value: null,
    },
  ],
  compute(context) {
    const { covariance, deviation } = context.comparison;
    return noComparison(context, fewestForShape) ?? figure(covariance / (deviation * deviation));
  },
};
