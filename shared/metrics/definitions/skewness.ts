import type { MetricDefinition } from '../definition.ts';
import { figure, notAvailable } from '../figure.ts';
import { fewestForShape, tooFewReturns } from '../samples.ts';

export const skewness: MetricDefinition = {
  id: 'skewness',
  label: 'Skewness',
  group: 'Risk',
  unit: 'ratio',
  formula:
    'third central moment of the returns from bar to bar / standard deviation³, adjusted for n: √(n (n − 1)) / (n − 2) × m₃ / m₂^1.5',
  source:
    'D. Joanes and C. Gill, Comparing Measures of Sample Skewness and Kurtosis, The Statistician 47 (1998), G1',
  examples: [
    {
      given: {
        returns: Array.from({ length: 30 }, (_, index) => (index % 3 === 0 ? 0.02 : -0.01)),
      },
      arithmetic: 'mean 0; m₂ = 0.0002, m₃ = 0.000002; m₃ / m₂^1.5 = 1 / √2; × √870 / 28',
      value: Math.sqrt(870) / 28 / Math.SQRT2,
    },
    {
      given: {
        returns: Array.from({ length: 30 }, (_, index) => (index % 2 === 0 ? 0.02 : -0.02)),
      },
      arithmetic: 'symmetric',
      value: 0,
    },
    {
      given: {
        returns: Array.from({ length: 29 }, (_, index) => (index % 3 === 0 ? 0.02 : -0.01)),
      },
      arithmetic: '29 returns do not tell the shape',
      value: null,
    },
  ],
  compute({ returns, shape, deviation }) {
    if (returns.problem !== '') return notAvailable(returns.problem);
    const count = returns.values.length;
    const few = tooFewReturns(count, fewestForShape);
    if (few) return few;
    if (deviation === 0) return notAvailable('the returns do not vary');
    const adjusted = (Math.sqrt(count * (count - 1)) / (count - 2)) * shape.skewness;
    return figure(adjusted, `normal returns would show 0 ± ${Math.sqrt(6 / count).toFixed(2)}`);
  },
};
