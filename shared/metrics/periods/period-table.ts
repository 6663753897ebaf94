import { detectInterval } from '../../bars/detect-interval.ts';
import {
  calendarReturns,
  millisecondsPerDay as day,
  periodStart,
  type CalendarUnit,
} from '../calendar.ts';

/** One year of the monthly table. Returns are shares; null where the run has no bar. */
export interface YearReturns {
  readonly year: number;
  /** January to December. */
  readonly months: (number | null)[];
  readonly total: number | null;
  /** Months, from 1, of which the run has only a part: its first or its last. */
  readonly partialMonths: number[];
  /** The run has only a part of this year. */
  readonly partial: boolean;
}

/** Bars further apart than this cannot fill a table of months. */
const tooCoarse = new Set(['quarterly', 'yearly']);

/**
 * Monthly returns and each year's, in UTC. The months of a year compound to its total, and the years
 * to the total return. Empty for bars longer than a month.
 */
export function periodTable(
  time: Float64Array,
  equity: Float64Array,
  initialCash: number,
): YearReturns[] {
  const first = time[0];
  const last = time.at(-1);
  if (first === undefined || last === undefined || tooCoarse.has(detectInterval(time))) return [];
  const months = calendarReturns(time, equity, initialCash, 'month');
  const years = calendarReturns(time, equity, initialCash, 'year');
  const slack = slackOf(time);
  const isCut = (unit: CalendarUnit, start: number) =>
    (first - start >= slack && first < periodStart(start, unit, 1)) ||
    (periodStart(start, unit, 1) - last > slack && last >= start);

  const rows = years.start.map((start, index) => ({
    year: new Date(start).getUTCFullYear(),
    months: Array.from({ length: 12 }, (): number | null => null),
    total: finite(years.value[index]),
    partialMonths: [] as number[],
    partial: isCut('year', start),
  }));
  const rowOf = new Map(rows.map((row) => [row.year, row]));
  months.start.forEach((start, index) => {
    const date = new Date(start);
    const row = rowOf.get(date.getUTCFullYear());
    if (row === undefined) return;
    row.months[date.getUTCMonth()] = finite(months.value[index]);
    if (isCut('month', start)) row.partialMonths.push(date.getUTCMonth() + 1);
  });
  return rows;
}

/**
 * A full period's first bar stands less than this after its beginning, and its last at most this before
 * its end: four days hold a weekend with a holiday; longer bars stand as far apart as they are long.
 */
function slackOf(time: Float64Array): number {
  const interval = detectInterval(time);
  if (interval === 'monthly') return 32 * day;
  return (interval === 'weekly' ? 8 : 4) * day;
}

function finite(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null;
}
