/** The return of each calendar day, month or year (UTC) in which the run has a bar. */
export interface CalendarReturns {
  /** The first moment of each period, in milliseconds. */
  readonly start: readonly number[];
  /** From the last close before the period to its last close; NaN after equity of zero or below. */
  readonly value: readonly number[];
}

export type CalendarUnit = 'day' | 'month' | 'year';

export const millisecondsPerDay = 86_400_000;
export const daysPerYear = 365.25;

/** Calendar days from the first to the last bar. */
export function calendarDays(time: Float64Array): number {
  if (time.length < 2) return 0;
  return ((time.at(-1) as number) - (time[0] as number)) / millisecondsPerDay;
}

/**
 * Returns by calendar period, in one walk. The first period is measured from the starting cash, so
 * that all periods together compound to the total return. A bar belongs to the period of its own
 * time, which is the bar's start.
 */
export function calendarReturns(
  time: Float64Array,
  equity: Float64Array,
  initialCash: number,
  unit: CalendarUnit,
): CalendarReturns {
  const start: number[] = [];
  const value: number[] = [];
  let base = initialCash;
  let next = -Infinity;
  for (let bar = 0; bar < time.length; bar += 1) {
    const at = time[bar] as number;
    if (!(at < next)) {
      const from = periodStart(at, unit, 0);
      next = periodStart(at, unit, 1);
      start.push(from);
      if (bar > 0) base = equity[bar - 1] as number;
    }
    if (bar === time.length - 1 || !((time[bar + 1] as number) < next)) {
      value.push(base > 0 ? (equity[bar] as number) / base - 1 : NaN);
    }
  }
  return { start, value };
}

/** The first moment of the period that `at` lies in, or of one `later` periods on. */
export function periodStart(at: number, unit: CalendarUnit, later: number): number {
  if (unit === 'day') return (Math.floor(at / millisecondsPerDay) + later) * millisecondsPerDay;
  const date = new Date(at);
  if (unit === 'year') return Date.UTC(date.getUTCFullYear() + later, 0, 1);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + later, 1);
}
