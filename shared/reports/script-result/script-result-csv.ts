import type { ScriptResult } from '../../contract/models/script-result.ts';
import { csvTable, type Cell } from '../csv-table.ts';

type Row = readonly Cell[];

/** What a script left in `result`, as a table: of a value one cell, of a record a row for each entry. */
export function scriptResultCsv(result: ScriptResult): string {
  switch (result.kind) {
    case 'value':
      return csvTable(['result'], [[plain(result.value)]]);
    case 'record':
      return csvTable(
        ['name', 'value'],
        result.entries.map(({ name, value }): Row => [name, plain(value)]),
      );
    case 'table': {
      const columns = result.columns.map((column): Row => {
        if (column.kind === 'time') return column.values.map(isoTime);
        return column.values.map(plain);
      });
      const rows = Array.from({ length: columns[0]?.length ?? 0 }, (_, row) =>
        columns.map((column) => column[row] ?? null),
      );
      return csvTable(headOf(result), rows);
    }
  }
}

/** An index without a name of its own is called so, as pandas would on the way back. */
function headOf({ columns, indexCount }: Extract<ScriptResult, { kind: 'table' }>): string[] {
  return columns.map(({ name }, place) => name || (place < indexCount ? 'index' : 'value'));
}

function plain(value: number | string | boolean | null): Cell {
  return typeof value === 'boolean' ? String(value) : value;
}

/** ISO 8601 in UTC, whole: a date alone would be read in the reader's own time zone. */
function isoTime(time: number | null): Cell {
  if (time === null || Math.abs(time) > 8.64e15) return null;
  return new Date(time).toISOString();
}
