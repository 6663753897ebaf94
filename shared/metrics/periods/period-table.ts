import { calendarReturns } from '../calendar.ts';

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

/**
 * Monthly returns and each year's, in UTC. The months of a year compound to its total, and the years
 * to the total return. Empty for bars longer than a month.
 */
export function periodTable(
  time: Float64Array,
  equity: Float64Array,
  initialCash: number,
): YearReturns[] {
  const months = calendarReturns(time, equity, initialCash, 'month');
  if (months.tooCoarse) return [];
  const years = calendarReturns(time, equity, initialCash, 'year');
  const rows = years.start.map((start, index) => ({
    year: new Date(start).getUTCFullYear(),
    months: Array.from({ length: 12 }, (): number | null => null),
    total: finite(years.value[index]),
    partialMonths: [] as number[],
    partial: years.partial[index] === true,
  }));
  const rowOf = new Map(rows.map((row) => [row.year, row]));
  months.start.forEach((start, index) => {
    const date = new Date(start);
    const row = rowOf.get(date.getUTCFullYear());
    if (row === undefined) return;
    row.months[date.getUTCMonth()] = finite(months.value[index]);
    if (months.partial[index]) row.partialMonths.push(date.getUTCMonth() + 1);
  });
  return rows;
}

function finite(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null;
}
