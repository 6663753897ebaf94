import { headOf, type PrintedColumn } from './print-column.ts';

/** A column of numbers that can be drawn. */
export interface ChartSeries {
  /** Its place among the table's columns. */
  readonly place: number;
  readonly name: string;
  /** By drawn row; null where there is a gap. */
  readonly values: readonly (number | null)[];
}

export interface LinesChart {
  readonly kind: 'lines';
  readonly axis: { readonly name: string; readonly isTime: boolean };
  /** Ascending. */
  readonly x: readonly number[];
  readonly series: readonly ChartSeries[];
}

export interface BarsChart {
  readonly kind: 'bars';
  readonly labels: readonly string[];
  readonly series: readonly ChartSeries[];
}

/** What a table looks like, or why it has no look. */
export type TableChart =
  LinesChart | BarsChart | { readonly kind: 'none'; readonly reason: string };

/** More bars than this are a list that nobody compares by eye. */
export const mostBars = 50;

/** Lines over times or numbers, bars over a few words. `fullCount` is how many rows there were. */
export function chartOf(columns: readonly PrintedColumn[], fullCount = 0): TableChart {
  const rowCount = columns[0]?.values.length ?? 0;
  if (rowCount < 2) return none('It takes two rows to compare.');
  const axis = axisOf(columns, rowCount);
  const numbers = columns.flatMap((column, place) =>
    column.kind === 'number' && !column.isIndex && column !== axis && hasValue(column)
      ? [{ column, place }]
      : [],
  );
  if (numbers.length === 0) return none('There is no column of numbers to draw.');
  const seriesOf = (rows: readonly number[]): ChartSeries[] =>
    numbers.map(({ column, place }) => ({
      place,
      name: headOf(column),
      values: rows.map((row) => numberAt(column, row)),
    }));

  if (axis !== null && axis.kind !== 'number' && axis.kind !== 'time') {
    if (rowCount > mostBars) return none(`Bars are drawn of at most ${mostBars} rows.`);
    const index = columns.filter(({ isIndex }) => isIndex);
    const named = axis.isIndex ? index : [axis];
    const rows = countTo(rowCount);
    const labels = rows.map((row) => named.map(({ text }) => text[row] ?? '').join(' · '));
    return { kind: 'bars', labels, series: seriesOf(rows) };
  }
  // Of a column that stands alone, evenly spaced rows are kept: these are their numbers.
  const step = columns.length === 1 && fullCount > rowCount ? (fullCount - 1) / (rowCount - 1) : 1;
  const at = (row: number) => (axis === null ? 1 + Math.round(row * step) : numberAt(axis, row));
  const rows = countTo(rowCount).filter((row) => at(row) !== null);
  if (rows.length < 2) return none('Its index has no two values to draw along.');
  rows.sort((one, other) => (at(one) ?? 0) - (at(other) ?? 0));
  return {
    kind: 'lines',
    axis: { name: axis === null ? 'row' : headOf(axis), isTime: axis?.kind === 'time' },
    x: rows.map((row) => at(row) ?? 0),
    series: seriesOf(rows),
  };
}

/**
 * The column that the others are drawn along: the index, unless it only counts the rows and the table
 * has times or names of its own; without an index, a first column that ascends. Null: the rows themselves.
 */
function axisOf(columns: readonly PrintedColumn[], rowCount: number): PrintedColumn | null {
  const index = columns.filter(({ isIndex }) => isIndex);
  const own = index.find(({ kind }) => kind === 'text' || kind === 'boolean') ?? index[0];
  if (own !== undefined && !countsRows(own)) return own;
  const others = columns.filter(({ isIndex }) => !isIndex);
  const times = others.find((column) => column.kind === 'time' && hasValue(column));
  if (times !== undefined) return times;
  const [first, ...rest] = others;
  const canBeDrawn = rest.some((column) => column.kind === 'number' && hasValue(column));
  if (own === undefined && first !== undefined && canBeDrawn && ascends(first)) return first;
  const names = others.find(({ kind, text }) => kind === 'text' && new Set(text).size === rowCount);
  return names !== undefined && rowCount <= mostBars ? names : (own ?? null);
}

function countsRows({ kind, values }: PrintedColumn): boolean {
  const first = values[0];
  return (
    kind === 'number' &&
    (first === 0 || first === 1) &&
    values.every((value, row) => value === first + row)
  );
}

function ascends({ kind, values }: PrintedColumn): boolean {
  let before = -Infinity;
  return (
    kind === 'number' &&
    values.every((value) => {
      const isLater = typeof value === 'number' && value > before;
      if (isLater) before = value;
      return isLater;
    })
  );
}

function hasValue({ values }: PrintedColumn): boolean {
  return values.some((value) => value !== null);
}

function numberAt({ values }: PrintedColumn, row: number): number | null {
  const value = values[row];
  return typeof value === 'number' ? value : null;
}

function countTo(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

function none(reason: string): TableChart {
  return { kind: 'none', reason };
}
