import { daysPerYear } from '../calendar.ts';
import type { MetricDefinition } from '../definition.ts';
import { figure, noBars, notAvailable, tooShortForAYear } from '../figure.ts';

export const annualReturn: MetricDefinition = {
  id: 'annual_return',
  label: 'Annual return',
  group: 'Return',
  unit: 'percent',
  formula:
    '(equity at the last close / starting cash) ^ (365.25 / calendar days) − 1: compound growth a year (CAGR)',
  source: 'C. Bacon, Practical Portfolio Performance Measurement and Attribution (2008), ch. 2',
  examples: [
    {
      given: { equity: [100, 121], days: [0, 730.5] },
      arithmetic: '730.5 days are 2 years; √1.21 − 1',
      value: 0.1,
    },
    {
      given: { equity: [100, 200], days: [0, 3652.5] },
      arithmetic: '10 years; 2^(1/10) − 1, the 7.18% of the "rule of 72"',
      value: 0.07177346253629313,
    },
    {
      given: { equity: [100, 101], days: [0, 7] },
      arithmetic: 'a week is not a year',
      value: null,
    },
  ],
  compute(context) {
    const { equity, initialCash, days } = context;
    const last = equity.at(-1);
    if (last === undefined) return noBars;
    const short = tooShortForAYear(context.time);
    if (short) return short;
    if (!(last > 0))
      return notAvailable('the account ended at zero or below; see the total return');
    const growth = (last / initialCash) ** (daysPerYear / days) - 1;
    const span = `compounded over ${Math.round(days)} calendar days`;
    return figure(growth, days < daysPerYear ? `${span}, less than a year: extrapolated` : span);
  },
};
