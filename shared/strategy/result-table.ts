import type { ResultColumn, ScriptResult } from '../contract/models/script-result.ts';
import {
  maximumResultColumns,
  maximumResultName,
  maximumResultRows,
} from '../frames/result-limits.ts';
import {
  grouped,
  isMissing,
  isPlain,
  plainNumber,
  plainValue,
  type Problems,
} from './result-values.ts';

export interface RawColumn {
  readonly name: string;
  /** Undefined where there is none. */
  readonly at: (row: number) => unknown;
}

/** Earlier numbers in a column named "time" are no milliseconds of markets: those of 1973 have 12 digits. */
const leastTime = 1e11;

/** A table of what is kept of `columns`. A column `time` that stands first is its index. */
export function tableOf(
  columns: readonly RawColumn[],
  rowCount: number,
  problems: Problems,
  indexCount = columns[0]?.name === 'time' && columns.length > 1 ? 1 : 0,
): ScriptResult {
  const shown = columns.slice(0, maximumResultColumns);
  if (columns.length > shown.length) {
    const count = grouped(columns.length);
    problems.add(`result has ${count} columns; the first ${shown.length} are kept.`);
  }
  if (rowCount > maximumResultRows) {
    const kept = grouped(maximumResultRows);
    problems.add(`result has ${grouped(rowCount)} rows; ${kept} of them are kept.`);
  }
  const rows = keptRows(shown.slice(indexCount), rowCount);
  return {
    kind: 'table',
    columns: shown.map(({ name, at }) =>
      columnOf(
        name.slice(0, maximumResultName),
        rows.map((row) => at(row)),
        problems,
      ),
    ),
    indexCount,
    rowCount,
    columnCount: columns.length,
  };
}

/** The first rows; of a single column of numbers evenly spaced ones, so that its chart is whole. */
function keptRows(columns: readonly RawColumn[], count: number): number[] {
  const kept = Math.min(count, maximumResultRows);
  const rows = Array.from({ length: kept }, (_, row) => row);
  if (count <= maximumResultRows || columns.length !== 1) return rows;
  const spaced = rows.map((row) => Math.round((row * (count - 1)) / (kept - 1)));
  const values = spaced.map((row) => columns[0]?.at(row));
  return values.every((value) => isMissing(value) || isNumber(value)) ? spaced : rows;
}

const isNumber = (value: unknown): value is number | bigint =>
  typeof value === 'number' || typeof value === 'bigint';

function columnOf(name: string, raw: readonly unknown[], problems: Problems): ResultColumn {
  const where = name === '' ? 'result' : `The column "${name}" of result`;
  const odd = raw.find((value) => !isPlain(value));
  if (odd !== undefined) problems.refuse(`${where} holds what`, odd);
  const values = raw.map((value) => (isMissing(value) || !isPlain(value) ? null : value));
  const present = values.filter((value) => value !== null);
  if (present.length > 0 && present.every((value) => typeof value === 'boolean')) {
    return { name, kind: 'boolean', values: values as (boolean | null)[] };
  }
  if (present.length > 0 && present.every((value) => value instanceof Date)) {
    const times = values.map((value) => (value as Date | null)?.getTime() ?? null);
    return { name, kind: 'time', values: times.map((time) => (isMissing(time) ? null : time)) };
  }
  // NaN throughout is an indicator that never had enough bars.
  if (present.length > 0 ? present.every(isNumber) : raw.some(isNumber)) {
    const numbers = values.map((value) =>
      value === null ? null : plainNumber(value as number | bigint, where, problems),
    );
    return { name, kind: isTime(name, numbers) ? 'time' : 'number', values: numbers };
  }
  const texts = values.map((value) => {
    const plain = plainValue(value, where, problems);
    return plain === null ? null : String(plain);
  });
  return { name, kind: 'text', values: texts };
}

/** As `data.time` and the rows of `load` have it. */
function isTime(name: string, values: readonly (number | null)[]): boolean {
  if (name.toLowerCase() !== 'time') return false;
  return values.every((value) => value === null || (Number.isInteger(value) && value > leastTime));
}
