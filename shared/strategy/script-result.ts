import type { ScriptResult } from '../contract/models/script-result.ts';
import {
  maximumExtractionError,
  maximumResultLength,
  maximumResultName,
  maximumResultRows,
} from '../frames/result-limits.ts';
import { tableOf, type RawColumn } from './result-table.ts';
import { grouped, isPlain, plainValue, Problems, type PlainValue } from './result-values.ts';

/** A record in a record is shown by the path to its values; deeper ones are not looked into. */
const deepestRecord = 4;

/** What is sent to the app: the result, and in words what of it could not be extracted. */
export interface ExtractedResult {
  readonly result: ScriptResult | null;
  readonly error: string | null;
}

/** Reads whatever a text left in `result`. The twin of docker/python/stratbox/script_result.py. */
export function extractResult(value: unknown): ExtractedResult {
  const problems = new Problems();
  let result: ScriptResult | null = null;
  try {
    result = withinLength(read(value, problems), problems);
  } catch {
    // Only a getter or a proxy of the text's own throws here.
    problems.add('result cannot be read.');
  }
  const error = problems.text().slice(0, maximumExtractionError);
  return { result, error: error === '' ? null : error };
}

function read(value: unknown, problems: Problems): ScriptResult | null {
  if (isPlain(value)) return { kind: 'value', value: plainValue(value, 'result', problems) };
  if (isList(value)) return readList(value, problems);
  if (value instanceof Set) return readList(Array.from(value), problems);
  const entries = entriesOf(value);
  if (entries !== undefined) {
    return tableOfEntries(entries, problems) ?? recordOf(entries, problems);
  }
  problems.refuse('result', value);
  return null;
}

type List = ArrayLike<unknown>;
type Entries = readonly (readonly [string, unknown])[];

function isList(value: unknown): value is List {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && 'length' in value);
}

/** Of an object that is nothing but its own properties, or of a Map. */
function entriesOf(value: unknown): Entries | undefined {
  if (value instanceof Map) {
    return Array.from(value, ([key, item]) => [String(key), item] as const);
  }
  if (typeof value !== 'object' || value === null || isList(value)) return undefined;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return undefined;
  return Object.entries(value);
}

function readList(list: List, problems: Problems): ScriptResult | null {
  const kept = Array.from(
    { length: Math.min(list.length, maximumResultRows) },
    (_, row) => list[row],
  );
  if (kept.every(isPlain)) {
    return tableOf([{ name: '', at: (row) => list[row] }], list.length, problems);
  }
  if (kept.every(isList)) {
    const width = Math.max(...kept.map(({ length }) => length));
    const columns = Array.from({ length: width }, (_, place) => ({
      name: String(place),
      at: (row: number) => kept[row]?.[place],
    }));
    return tableOf(columns, list.length, problems);
  }
  const rows = kept.map(entriesOf);
  if (rows.every((row) => row !== undefined)) {
    return tableOf(columnsOfRows(rows), list.length, problems);
  }
  problems.refuse(
    'result holds an item that',
    kept.find((item) => !isPlain(item)),
  );
  return null;
}

function columnsOfRows(rows: readonly Entries[]): RawColumn[] {
  const cells = rows.map((row) => new Map(row));
  const names = new Set(rows.flatMap((row) => row.map(([name]) => name)));
  return Array.from(names, (name) => ({ name, at: (row) => cells[row]?.get(name) }));
}

/** Equally long columns by name, or rows by name; undefined where it is neither. */
function tableOfEntries(entries: Entries, problems: Problems): ScriptResult | undefined {
  const lists = entries.flatMap(([name, value]) => (isList(value) ? [{ name, value }] : []));
  const length = lists[0]?.value.length ?? 0;
  if (lists.length === 0 || lists.length < entries.length) {
    return lists.length === 0 ? tableOfRows(entries, problems) : undefined;
  }
  if (lists.some(({ value }) => value.length !== length)) return undefined;
  const columns = lists.map(({ name, value }) => ({ name, at: (row: number) => value[row] }));
  return tableOf(columns, length, problems);
}

function tableOfRows(entries: Entries, problems: Problems): ScriptResult | undefined {
  const kept = entries.slice(0, maximumResultRows);
  const rows = kept.flatMap(([, value]) => {
    const row = entriesOf(value);
    return row?.every(([, cell]) => isPlain(cell)) === true && row.length > 0 ? [row] : [];
  });
  if (rows.length < kept.length || rows.length < 2) return undefined;
  const index = { name: '', at: (row: number) => kept[row]?.[0] };
  return tableOf([index, ...columnsOfRows(rows)], entries.length, problems, 1);
}

function recordOf(entries: Entries, problems: Problems): ScriptResult {
  const leaves: { name: string; value: PlainValue }[] = [];
  let entryCount = 0;
  const collect = (level: Entries, path: string, depth: number): void => {
    for (const [key, value] of level) {
      const name = path + key;
      const inner = entriesOf(value);
      if (inner !== undefined && depth < deepestRecord) {
        collect(inner, `${name}.`, depth + 1);
        continue;
      }
      const shown = leafOf(value, `result["${name}"]`, problems);
      if (shown === undefined) continue;
      entryCount += 1;
      if (leaves.length >= maximumResultRows) continue;
      leaves.push({ name: name.slice(0, maximumResultName), value: shown });
    }
  };
  collect(entries, '', 1);
  if (entryCount > leaves.length) {
    const kept = grouped(leaves.length);
    problems.add(`result has ${grouped(entryCount)} entries; the first ${kept} are kept.`);
  }
  return { kind: 'record', entries: leaves, entryCount };
}

/** A list in a record is shown as a text. */
function leafOf(value: unknown, where: string, problems: Problems): PlainValue | undefined {
  if (isPlain(value)) return plainValue(value, where, problems);
  if (isList(value)) {
    const items = Array.from(
      { length: Math.min(value.length, maximumResultRows) },
      (_, at) => value[at],
    );
    if (items.every(isPlain)) {
      const texts = items.map((item) => plainValue(item, where, problems));
      return plainValue(JSON.stringify(texts), where, problems);
    }
  }
  problems.refuse(where, value);
  return undefined;
}

/** Keeps fewer rows of a result that is too long to be sent. */
function withinLength(result: ScriptResult | null, problems: Problems): ScriptResult | null {
  if (result === null || JSON.stringify(result).length <= maximumResultLength) return result;
  problems.add('result is too long; only its beginning is kept.');
  let kept = maximumResultRows;
  let shorter = result;
  while (JSON.stringify(shorter).length > maximumResultLength) {
    kept = Math.floor(kept / 2);
    shorter = cut(result, kept);
  }
  return shorter;
}

function cut(result: ScriptResult, kept: number): ScriptResult {
  if (result.kind === 'record') return { ...result, entries: result.entries.slice(0, kept) };
  if (result.kind === 'value') return result;
  const columns = result.columns.map((column) => {
    const values: unknown[] = column.values.slice(0, kept);
    return { ...column, values } as typeof column;
  });
  return { ...result, columns };
}
