import type { MetricsInput } from '../definition.ts';
import { periodTable, type YearReturns } from './period-table.ts';
import { rolling, rollingWindow, type RollingFigures } from './rolling.ts';

/** How a run went over time: a table of months, and figures over a moving window. */
export interface Periods {
  readonly monthly: YearReturns[];
  readonly rolling: RollingFigures;
}

export function computePeriods(input: MetricsInput): Periods {
  const { time, equity, initialCash, periodsPerYear } = input;
  return {
    monthly: periodTable(time, equity, initialCash),
    rolling: rolling(input, rollingWindow(periodsPerYear.periods)),
  };
}
