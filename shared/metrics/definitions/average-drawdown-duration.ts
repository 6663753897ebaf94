import type { MetricDefinition } from '../definition.ts';
import { millisecondsPerDay } from '../calendar.ts';
import { figure, noBars } from '../figure.ts';

export const averageDrawdownDuration: MetricDefinition = {
  id: 'average_drawdown_duration',
  label: 'Average drawdown duration',
  group: 'Drawdown',
  unit: 'days',
  formula:
    'mean calendar days of all drawdowns, from the peak to the first close at or above it; an open one counts to the last bar',
  source:
    'A. Chekhlov, S. Uryasev and M. Zabarankin, Drawdown Measure in Portfolio Optimization (2005)',
  examples: [
    {
      given: { equity: [100, 90, 100, 80, 85], days: [0, 5, 10, 12, 40] },
      arithmetic: '(10 + 30) / 2: the second is still open on day 40',
      value: 20,
    },
    { given: { equity: [100, 101] }, arithmetic: 'never below a peak', value: 0 },
    { given: { equity: [] }, arithmetic: 'there is no equity', value: null },
  ],
  compute({ equity, drawdowns: { count, totalTime, open } }) {
    if (equity.length === 0) return noBars;
    if (count === 0) return figure(0, 'equity was never below an earlier close');
    const openNote = open === null ? '' : ', one still open at the last bar';
    const number = count === 1 ? '1 drawdown' : `${count} drawdowns`;
    return figure(totalTime / count / millisecondsPerDay, `${number}${openNote}`);
  },
};
