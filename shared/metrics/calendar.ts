import { detectInterval, type Interval } from '../bars/detect-interval.ts';

/** The return of each calendar day, month or year (UTC) in which the run has a bar. */
export interface CalendarReturns {
  /** The first moment of each period, in milliseconds. */
  readonly start: readonly number[];
  /** From the last close before the period to its last close; NaN after equity of zero or below. */
  readonly value: readonly number[];
  /** The run has only a part of the period: its first or its last. */
  readonly partial: readonly boolean[];
  /** The bars are longer than the period, so that it has no return of its own. */
  readonly tooCoarse: boolean;
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
  interval: Interval = detectInterval(time),
): CalendarReturns {
  const start: number[] = [];
  const value: number[] = [];
  const partial: boolean[] = [];
  const slack = slackOf(interval);
  const last = time.at(-1) as number;
  let base = initialCash;
  let next = -Infinity;
  for (let bar = 0; bar < time.length; bar += 1) {
    const at = time[bar] as number;
    if (!(at < next)) {
      const from = periodStart(at, unit, 0);
      next = periodStart(at, unit, 1);
      start.push(from);
      partial.push((bar === 0 && at - from >= slack) || (last < next && next - last > slack));
      if (bar > 0) base = equity[bar - 1] as number;
    }
    if (bar === time.length - 1 || !((time[bar + 1] as number) < next)) {
      value.push(base > 0 ? (equity[bar] as number) / base - 1 : NaN);
    }
  }
  return { start, value, partial, tooCoarse: coarseFor[unit].includes(interval) };
}

/**
 * A whole period's first bar stands less than this after its beginning, and its last at most this before
 * its end: four days hold a weekend with a holiday; longer bars stand as far apart as they are long.
 */
function slackOf(interval: Interval): number {
  const days: Partial<Record<Interval, number>> = {
    weekly: 8,
    monthly: 32,
    quarterly: 93,
    yearly: 367,
  };
  return (days[interval] ?? 4) * millisecondsPerDay;
}

const coarseFor: Record<CalendarUnit, readonly string[]> = {
  day: ['weekly', 'monthly', 'quarterly', 'yearly'],
  month: ['quarterly', 'yearly'],
  year: [],
};

/** The first moment of the period that `at` lies in, or of one `later` periods on. */
export function periodStart(at: number, unit: CalendarUnit, later: number): number {
  if (unit === 'day') return (Math.floor(at / millisecondsPerDay) + later) * millisecondsPerDay;
  const date = new Date(at);
  if (unit === 'year') return Date.UTC(date.getUTCFullYear() + later, 0, 1);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + later, 1);
}
