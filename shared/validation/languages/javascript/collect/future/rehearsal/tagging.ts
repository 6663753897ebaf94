import { isEndOfRow } from '../embedded/row-tests.ts';
import { anchorsIn, isCourse, isScale } from './course.ts';
import { ofRow, type Knowledge, type Table } from './knowledge.ts';
import { Entries, List, Moment, held, type Held, type Raw } from './things.ts';

/** The first rows of a long table show what is done with all; where that takes too long, a few of them do. */
export const mostRows = 400;
export const fewRows = 40;

export const isDateText = (text: string): boolean =>
  /^\s*["']?\d{4}-?\d\d-?\d\d(?:[T ][\d:.]+(?:Z|[+-][\d:]+)?)?["']?\s*$|^\s*1\d{12}\s*$/.test(text);

/** `20240131` */
const isDayNumber = (value: number): boolean =>
  /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(String(value));

/** Days and years are known long before they come. */
export const isDate = (value: Raw): boolean =>
  typeof value === 'number'
    ? (value > 1e11 && value < 1e13) || isDayNumber(value)
    : typeof value === 'string' && isDateText(value);

export const untagged = (one: Held): Held => (isDate(one.value) ? { ...one, knows: [] } : one);

/** Marks the figures of a table with the rows in which they stand. */
export function tagged(given: Held, table: Table, most: number): Held {
  const { value } = given;
  if (value instanceof List) value.items.length = Math.min(value.items.length, most);
  const rows = rowsIn(value)?.slice(0, most);
  if (rows === undefined) return given;
  const columns = columnsOf(rows.map(({ held: row }) => row));
  const isCounted = steadyColumns(columns);
  const figures = rows.length - table.heads;
  if (figures < 2) return given;
  if (
    table.mustBeDated &&
    !rows.every(({ held: row }) => timeOf(undefined, row.value, null) !== undefined)
  ) {
    return given;
  }
  table.rows = figures;
  table.isCourse = [...columns.values()].some((numbers) => isCourse(numbers));
  table.isPlain = value instanceof List && columns.has('') && figures >= leastPlain;
  table.anchors = anchorsIn(columns);
  table.isFollowed = [...columns.keys()].every((name) => !isCounted.has(name));
  table.isScale = [...columns.values()].every((numbers) => isScale(numbers));
  rows.forEach(({ key, held: row, put }, place) => {
    const row0 = place - table.heads;
    if (row0 < 0) return;
    table.times[row0] = timeOf(key, row.value, rows[place - 1]?.held.value);
    put(withRow(row, ofRow(table, row0), isCounted, ''));
  });
  return given;
}

const leastPlain = 5;

interface Row {
  readonly key: string | undefined;
  readonly held: Held;
  readonly put: (held: Held) => void;
}

function rowsIn(value: Raw): Row[] | undefined {
  if (value instanceof List) {
    return value.items.map((one, place) => ({
      key: undefined,
      held: one,
      put: (made) => (value.items[place] = made),
    }));
  }
  if (!(value instanceof Entries)) return undefined;
  return [...value.fields].map(([key, one]) => ({
    key,
    held: one,
    put: (made) => value.fields.set(key, made),
  }));
}

function withRow(
  one: Held,
  knows: Knowledge,
  isCounted: ReadonlySet<string>,
  column: string,
): Held {
  const { value } = one;
  if (value instanceof List || value instanceof Entries) {
    for (const { key, held: cell, put } of rowsIn(value) ?? []) {
      const name = key ?? String(value instanceof List ? value.items.indexOf(cell) : '');
      put(withRow(cell, knows, isCounted, name));
    }
    return one;
  }
  if (isDate(value) || isCounted.has(column)) return one;
  const isFigure = typeof value === 'number' || (typeof value === 'string' && /\d/.test(value));
  return isFigure ? held(value, knows) : one;
}

/** Columns that only count on, `1, 2, 3` or the years, or are all the same, say nothing. */
function steadyColumns(columns: ReadonlyMap<string, readonly number[]>): ReadonlySet<string> {
  const steady = [...columns].filter(([, numbers]) => isSteady(numbers)).map(([name]) => name);
  return new Set(steady);
}

function columnsOf(rows: readonly Held[]): ReadonlyMap<string, readonly number[]> {
  const columns = new Map<string, number[]>();
  const note = (name: string, { value }: Held): void => {
    const number =
      typeof value === 'string' && /^\s*[\d.]+\s*$/.test(value) ? Number(value) : value;
    if (typeof number !== 'number') return;
    const column = columns.get(name);
    if (column === undefined) columns.set(name, [number]);
    else column.push(number);
  };
  for (const row of rows) {
    if (row.value instanceof List)
      row.value.items.forEach((cell, place) => note(String(place), cell));
    else if (row.value instanceof Entries) row.value.fields.forEach((cell, key) => note(key, cell));
    else note('', row);
  }
  return columns;
}

function isSteady(numbers: readonly number[]): boolean {
  return isCount(numbers) || areDays(numbers);
}

/** Days counted from 1970, from the year 2000 to 2040: a calendar. */
const areDays = (numbers: readonly number[]): boolean =>
  isScale(numbers, 3) && (numbers[0] ?? 0) >= 10_957 && (numbers.at(-1) ?? 0) <= 25_567;

function isCount(numbers: readonly number[]): boolean {
  const step = (numbers[1] ?? NaN) - (numbers[0] ?? NaN);
  return (
    numbers.length >= 3 &&
    numbers.every((one, place) => place === 0 || one - (numbers[place - 1] ?? NaN) === step)
  );
}

const cellOf = (row: Raw, key: string): Raw =>
  row instanceof Entries ? row.fields.get(key)?.value : undefined;

/** When a row was known, where it says so. */
function timeOf(key: string | undefined, value: Raw, before: Raw): number | undefined {
  if (key !== undefined) return timeIn(key);
  if (typeof value === 'string')
    return timeIn(/\d{4}-\d\d-\d\d(?:T[\d:.]+Z?)?|\b1\d{12}\b/.exec(value)?.[0]);
  const cells = rowsIn(value) ?? [];
  const dates = cells.filter(({ held: { value: cell } }) => isDate(cell) || cell instanceof Moment);
  const [only] = dates;
  // A row that says when it ends holds from the end of the one before.
  if (dates.length === 1 && only?.key !== undefined && isEndOfRow(only.key)) {
    return before === undefined ? -Infinity : timeIn(cellOf(before, only.key));
  }
  return timeIn(only?.held.value);
}

function timeIn(value: Raw): number | undefined {
  if (value instanceof Moment) return timeIn(value.time.value);
  if (typeof value === 'number' && !isDayNumber(value)) return value;
  if (typeof value !== 'number' && typeof value !== 'string') return undefined;
  return timeInText(String(value));
}

function timeInText(value: string): number | undefined {
  if (/^1\d{12}$/.test(value.trim())) return Number(value);
  const day = /(\d{4})-?(\d\d)-?(\d\d)(T[\d:.]+)?/.exec(value);
  const time = day ? Date.parse(`${day[1]}-${day[2]}-${day[3]}${day[4] ? `${day[4]}Z` : ''}`) : NaN;
  return Number.isNaN(time) ? undefined : time;
}
