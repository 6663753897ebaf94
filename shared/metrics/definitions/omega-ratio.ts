import type { MetricDefinition } from '../definition.ts';
import { figure, notAvailable } from '../figure.ts';
import { fewestForSpread, tooFewReturns } from '../samples.ts';

export const omegaRatio: MetricDefinition = {
  id: 'omega_ratio',
  label: 'Omega ratio',
  group: 'Risk',
  unit: 'ratio',
  formula:
    'sum of the returns’ distances above the risk-free rate / sum of their distances below it, from bar to bar',
  source:
    'C. Keating and W. Shadwick, A Universal Performance Measure, Journal of Performance Measurement 6 (2002)',
  examples: [
    {
      given: { returns: [0.03, -0.01, 0.02, -0.02, 0.01, 0, 0.04, -0.02] },
      arithmetic: '(0.03 + 0.02 + 0.01 + 0.04) / (0.01 + 0.02 + 0.02) = 0.10 / 0.05',
      value: 2,
    },
    {
      given: {
        returns: [0.12, -0.08, 0.07, -0.03, 0.02, 0.02, 0.02, 0.02],
        periods: 1,
        riskFreeRate: 0.02,
      },
      arithmetic: 'above 2%: 0.10 + 0.05; below: 0.10 + 0.05',
      value: 1,
    },
    {
      given: { returns: [0.1, 0.1, 0, 0, 0, 0.1, 0.1, 0.1] },
      arithmetic: 'no return is below 0',
      value: null,
    },
    {
      given: { returns: [0.1, -0.1] },
      arithmetic: 'two returns say nothing of what is typical',
      value: null,
    },
  ],
  compute({ returns, riskFreePerPeriod }) {
    if (returns.problem !== '') return notAvailable(returns.problem);
    const few = tooFewReturns(returns.values.length, fewestForSpread);
    if (few) return few;
    let [above, below] = [0, 0];
    for (let index = 0; index < returns.values.length; index += 1) {
      const distance = (returns.values[index] as number) - riskFreePerPeriod;
      if (distance > 0) above += distance;
      else below -= distance;
    }
    if (below === 0) return notAvailable('no return is below the risk-free rate');
    return figure(above / below);
  },
};
