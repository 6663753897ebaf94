import type { TableColumn, TableColumnKind } from '../../bars/table.ts';
import { ImportError, quoted } from '../import-error.ts';
import { createDateColumn } from './date-column.ts';
import { isMissing, parseNumber, type DecimalMark } from './numbers.ts';

/** Collects one column of a table whose kind is known. */
export interface TableColumnReader {
  push(cell: string, row: number): void;
  finish(): { column: TableColumn; warnings: string[] };
}

export function createTableColumn(
  name: string,
  kind: TableColumnKind,
  mark: DecimalMark,
  capacity: number,
): TableColumnReader {
  if (kind === 'text') return textColumn(name);
  if (kind === 'time') return timeColumn(name, capacity);
  const read =
    kind === 'number'
      ? (text: string) => parseNumber(text, mark)
      : (text: string) => Number(text.toLowerCase() === 'true');
  const values = new Float64Array(capacity);
  let count = 0;
  return {
    push(cell) {
      const text = cell.trim();
      values[count] = isMissing(text) ? NaN : read(text);
      count += 1;
    },
    finish: () => ({ column: { name, kind, values: values.slice(0, count) }, warnings: [] }),
  };
}

function textColumn(name: string): TableColumnReader {
  const values: (string | null)[] = [];
  return {
    push: (cell) => void values.push(cell.trim() === '' ? null : cell),
    finish: () => ({ column: { name, kind: 'text', values }, warnings: [] }),
  };
}

/** Keeps the texts too: whether day and month can be told apart is known at the end only. */
function timeColumn(name: string, capacity: number): TableColumnReader {
  const texts = textColumn(name);
  const rows = new Uint32Array(capacity);
  const places = new Uint32Array(capacity);
  const dates = createDateColumn(capacity, rows, name);
  let [count, dated] = [0, 0];
  return {
    push(cell, row) {
      texts.push(cell, row);
      const text = cell.trim();
      if (!isMissing(text)) {
        rows[dated] = row;
        places[dated] = count;
        dated += 1;
        dates.push(text, row);
      }
      count += 1;
    },
    finish() {
      try {
        const { time, warnings } = dates.finish();
        const values = new Float64Array(count).fill(NaN);
        time.forEach((value, index) => {
          values[places[index] as number] = value;
        });
        return { column: { name, kind: 'time', values }, warnings };
      } catch (error) {
        if (!(error instanceof ImportError)) throw error;
        const warning = `The column ${quoted(name)} is kept as text: ${error.message}`;
        return { ...texts.finish(), warnings: [warning] };
      }
    },
  };
}
