import type { ScriptResult } from '../../contract/models/script-result.ts';
import { formatCount, formatNumber } from '../format.ts';

type Table = Extract<ScriptResult, { kind: 'table' }>;

/** How much of a table there is, its index not counted: "12 rows, 3 columns", "first 1,000 of 12,400 rows". */
export function tableExtent(table: Table): string {
  return [rowsOf(table), columnsOf(table)].filter(Boolean).join(', ');
}

function rowsOf(table: Table): string {
  const { columns, rowCount } = table;
  const kept = columns[0]?.values.length ?? 0;
  const all = formatCount(rowCount, 'row');
  if (kept >= rowCount) return all;
  // A single column of numbers is thinned out, so that its course is seen whole.
  return isSeries(table)
    ? `${formatNumber(kept, 0)} of ${all}, evenly spaced`
    : `first ${formatNumber(kept, 0)} of ${all}`;
}

function columnsOf(table: Table): string {
  const { columns, indexCount, columnCount } = table;
  if (isSeries(table)) return '';
  const all = formatCount(columnCount - indexCount, 'column');
  const kept = columns.length - indexCount;
  return columns.length >= columnCount ? all : `first ${formatNumber(kept, 0)} of ${all}`;
}

function isSeries({ columns, indexCount }: Table): boolean {
  return columns.length === indexCount + 1 && columns.at(-1)?.kind === 'number';
}
