import type { MetricDefinition } from '../definition.ts';
import { figure, notAvailable } from '../figure.ts';
import { annualReturn } from './annual-return.ts';

export const calmarRatio: MetricDefinition = {
  id: 'calmar_ratio',
  label: 'Calmar ratio',
  group: 'Risk',
  unit: 'ratio',
  formula: 'annual return / size of the maximum drawdown, over the whole run',
  source: 'T. Young, Calmar Ratio: A Smoother Tool, Futures 20 (1991), 40',
  examples: [
    {
      given: { equity: [100, 125, 100, 121], days: [0, 100, 200, 730.5] },
      arithmetic: '10% a year over a drawdown of 100 / 125 − 1 = −20%',
      value: 0.5,
    },
    {
      given: { equity: [100, 50, 25], days: [0, 100, 730.5] },
      arithmetic: '√0.25 − 1 = −50% a year over a drawdown of 75%',
      value: -2 / 3,
    },
    {
      given: { equity: [100, 110, 121], days: [0, 100, 730.5] },
      arithmetic: 'there was no drawdown',
      value: null,
    },
  ],
  compute(context) {
    const annual = annualReturn.compute(context);
    if (annual.value === null) return annual;
    const { deepest } = context.drawdowns;
    if (deepest === null) return notAvailable('there was no drawdown to divide by');
    return figure(annual.value / -deepest.depth, annual.note);
  },
};
