import { formatTime } from '../../bars/format-time.ts';
import { millisecondsPerDay } from '../calendar.ts';
import type { MetricDefinition } from '../definition.ts';
import { figure, noBars } from '../figure.ts';

export const maxDrawdownDuration: MetricDefinition = {
  id: 'max_drawdown_duration',
  label: 'Longest drawdown',
  group: 'Drawdown',
  unit: 'days',
  formula:
    'the most calendar days from a peak of equity to the first close at or above it; an open one counts to the last bar',
  source:
    'A. Chekhlov, S. Uryasev and M. Zabarankin, Drawdown Measure in Portfolio Optimization (2005)',
  examples: [
    {
      given: { equity: [100, 90, 100, 80, 85], days: [0, 5, 10, 12, 13] },
      arithmetic: 'day 0 to day 10, longer than the deeper one from day 10 to the end on day 13',
      value: 10,
    },
    {
      given: { equity: [100, 99, 101, 90, 95], days: [0, 1, 2, 3, 40] },
      arithmetic: 'from day 2, still open on day 40',
      value: 38,
    },
    { given: { equity: [100, 100, 102] }, arithmetic: 'never below a peak', value: 0 },
    { given: { equity: [] }, arithmetic: 'there is no equity', value: null },
  ],
  compute({ equity, time, drawdowns: { longest } }) {
    if (equity.length === 0) return noBars;
    if (longest === null) return figure(0, 'equity was never below an earlier close');
    const from = time[longest.peakBar] as number;
    const until = time[longest.recoveryBar ?? equity.length - 1] as number;
    const open = longest.recoveryBar === null ? ', still open at the last bar' : '';
    return figure(
      (until - from) / millisecondsPerDay,
      `${formatTime(from)} to ${formatTime(until)}${open}`,
    );
  },
};
