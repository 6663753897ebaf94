import type { MetricDefinition } from '../definition.ts';
import { figure, notAvailable } from '../figure.ts';
import { observedSharpe } from '../observed-sharpe.ts';
import { expectedHighestSharpe, probabilisticSharpe } from '../probabilistic-sharpe.ts';

export const deflatedSharpeRatio: MetricDefinition = {
  id: 'deflated_sharpe_ratio',
  label: 'Deflated Sharpe ratio',
  group: 'Risk',
  unit: 'percent',
  formula:
    'probability that the true Sharpe ratio is above the highest that as many variants without skill would show; the variance of their ratios is taken as 1 / (n − 1), that of ratios of no skill',
  source:
    'D. Bailey and M. López de Prado, The Deflated Sharpe Ratio, Journal of Portfolio Management 40 (2014)',
  examples: [
    {
      given: {
        returns: Array.from({ length: 32 }, (_, index) => (index % 2 === 0 ? 0.03 : -0.01)),
        trials: 10,
      },
      arithmetic: 'the highest of 10: 1.5746 × √(1 / 31); Φ(2.7401 − 1.5746) = Φ(1.1655)',
      value: 0.8780796292837978,
    },
    {
      given: {
        returns: Array.from({ length: 32 }, (_, index) => (index % 2 === 0 ? 0.03 : -0.01)),
      },
      arithmetic: 'one variant: nothing to deflate',
      value: null,
    },
    { given: { returns: [0.1, 0.2], trials: 10 }, arithmetic: 'two returns', value: null },
  ],
  compute(context) {
    const { trials, shape } = context;
    if (!(trials > 1)) {
      return notAvailable(
        'only one variant is said to have been tried: the probabilistic Sharpe ratio stands',
      );
    }
    const observed = observedSharpe(context);
    if ('value' in observed) return observed;
    const { sharpe, count } = observed;
    const highest = expectedHighestSharpe(trials, 1 / (count - 1));
    return figure(
      probabilisticSharpe(sharpe, highest, count, shape),
      `${trials} variants tried; without skill the best of them would show ${highest.toFixed(4)} a bar, this one shows ${sharpe.toFixed(4)}`,
    );
  },
};
