import type { MetricDefinition } from '../definition.ts';
import { figure, notAvailable } from '../figure.ts';
import { fewestForTails, tooFewReturns } from '../samples.ts';

export const kurtosis: MetricDefinition = {
  id: 'kurtosis',
  label: 'Excess kurtosis',
  group: 'Risk',
  unit: 'ratio',
  formula:
    'fourth central moment of the returns from bar to bar / variance² − 3, adjusted for n: (n − 1) / ((n − 2) (n − 3)) × ((n + 1) × (m₄ / m₂² − 3) + 6)',
  source:
    'D. Joanes and C. Gill, Comparing Measures of Sample Skewness and Kurtosis, The Statistician 47 (1998), G2',
  examples: [
    {
      given: {
        returns: Array.from({ length: 100 }, (_, index) => (index % 2 === 0 ? 0.02 : -0.02)),
      },
      arithmetic: 'm₄ / m₂² = 1; 99 / (98 × 97) × (101 × −2 + 6)',
      value: (99 / (98 * 97)) * -196,
    },
    {
      given: {
        returns: Array.from({ length: 100 }, (_, index) => (index % 4 === 0 ? 0.03 : -0.01)),
      },
      arithmetic:
        'm₂ = 0.0003, m₄ = 0.00000021; 7 / 3 − 3 = −2 / 3; 99 / 9506 × (101 × −2 / 3 + 6)',
      value: (99 / 9506) * (6 - 202 / 3),
    },
    {
      given: {
        returns: Array.from({ length: 99 }, (_, index) => (index % 2 === 0 ? 0.02 : -0.02)),
      },
      arithmetic: '99 returns are too few for a fourth moment',
      value: null,
    },
  ],
  compute({ returns, shape, deviation }) {
    if (returns.problem !== '') return notAvailable(returns.problem);
    const count = returns.values.length;
    const few = tooFewReturns(count, fewestForTails);
    if (few) return few;
    if (deviation === 0) return notAvailable('the returns do not vary');
    const scale = (count - 1) / ((count - 2) * (count - 3));
    return figure(
      scale * ((count + 1) * (shape.kurtosis - 3) + 6),
      `normal returns would show 0 ± ${Math.sqrt(24 / count).toFixed(2)}`,
    );
  },
};
