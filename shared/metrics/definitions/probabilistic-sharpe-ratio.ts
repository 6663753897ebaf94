import type { MetricDefinition } from '../definition.ts';
import { figure } from '../figure.ts';
import { observedSharpe } from '../observed-sharpe.ts';
import { probabilisticSharpe } from '../probabilistic-sharpe.ts';

export const probabilisticSharpeRatio: MetricDefinition = {
  id: 'probabilistic_sharpe_ratio',
  label: 'Probabilistic Sharpe ratio',
  group: 'Risk',
  unit: 'percent',
  formula:
    'probability that the true Sharpe ratio is above 0: Φ(SR × √(n − 1) / √(1 − skewness × SR + (kurtosis − 1) / 4 × SR²)), with SR a bar and not annualised',
  source:
    'D. Bailey and M. López de Prado, The Sharpe Ratio Efficient Frontier, Journal of Risk 15 (2012)',
  examples: [
    {
      given: {
        returns: Array.from({ length: 32 }, (_, index) => (index % 2 === 0 ? 0.03 : -0.01)),
      },
      arithmetic:
        'mean 0.01; deviation 0.02 × √(32 / 31); SR 0.4921; skewness 0, kurtosis 1; Φ(0.4921 × √31 / 1) = Φ(2.7401)',
      value: 0.9969284031976067,
    },
    {
      given: {
        returns: Array.from({ length: 32 }, (_, index) => (index % 2 === 0 ? 0.01 : -0.01)),
      },
      arithmetic: 'the mean is 0: as likely above as below',
      value: 0.5,
    },
    {
      given: {
        returns: Array.from({ length: 29 }, (_, index) => (index % 2 === 0 ? 0.03 : -0.01)),
      },
      arithmetic: '29 returns do not tell the shape',
      value: null,
    },
  ],
  compute(context) {
    const observed = observedSharpe(context);
    if ('value' in observed) return observed;
    const { sharpe, count } = observed;
    return figure(
      probabilisticSharpe(sharpe, 0, count, context.shape),
      `from ${count} returns with a Sharpe ratio of ${sharpe.toFixed(4)} a bar`,
    );
  },
};
