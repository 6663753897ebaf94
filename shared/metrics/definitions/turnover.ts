import { daysPerYear } from '../calendar.ts';
import type { MetricDefinition } from '../definition.ts';
import { figure, noBars, notAvailable, tooShortForAYear } from '../figure.ts';
import { meanOf } from '../statistics.ts';

export const turnover: MetricDefinition = {
  id: 'turnover',
  label: 'Turnover a year',
  group: 'Costs',
  unit: 'ratio',
  formula: 'value of all fills, bought and sold / mean equity / years (calendar days / 365.25)',
  source: 'R. Grinold and R. Kahn, Active Portfolio Management (2000), ch. 16; both sides counted',
  examples: [
    {
      given: {
        equity: [100, 100],
        days: [0, 730.5],
        fills: [
          { quantity: 2, price: 50 },
          { quantity: -2, price: 50 },
        ],
      },
      arithmetic: '(100 + 100) / 100 / 2 years',
      value: 1,
    },
    { given: { equity: [100, 100], days: [0, 365.25] }, arithmetic: 'nothing traded', value: 0 },
    {
      given: { equity: [100, 100], fills: [{ quantity: 1, price: 50 }] },
      arithmetic: 'one day is not a year',
      value: null,
    },
  ],
  compute(context) {
    const { equity, fills, days } = context;
    if (equity.length === 0) return noBars;
    const short = tooShortForAYear(context.time);
    if (short) return short;
    const mean = meanOf(equity);
    if (!(mean > 0)) return notAvailable('mean equity is zero or below');
    const traded = fills.reduce((sum, { quantity, price }) => sum + Math.abs(quantity * price), 0);
    const whole = (traded / mean).toFixed(2);
    return figure(
      (traded / mean / days) * daysPerYear,
      `${whole} times mean equity was traded in all`,
    );
  },
};
