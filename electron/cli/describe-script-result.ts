import type { RunRecord } from '../../shared/contract/models/run.ts';
import type { ResultColumn, ScriptResult } from '../../shared/contract/models/script-result.ts';
import { table } from './terminal.ts';

const shownRows = 20;

/** What a script left in `result`, and what of that is missing; '' for a run without either. */
export function describeScriptResult({ scriptResult, extractionError }: RunRecord): string {
  const parts: string[] = [];
  if (scriptResult !== null) {
    parts.push('Result, computed by the strategy and not verified:', bodyOf(scriptResult));
  }
  if (extractionError !== null) parts.push(`Not extracted: ${extractionError}`);
  return parts.join('\n');
}

function bodyOf(result: ScriptResult): string {
  switch (result.kind) {
    case 'value':
      return `  ${cell(result.value)}`;
    case 'record': {
      const rows = result.entries.map(({ name, value }) => [`  ${name}`, cell(value)]);
      return withRest(rows, result.entryCount, 'entries');
    }
    case 'table': {
      const { columns, rowCount } = result;
      const count = Math.min(shownRows, columns[0]?.values.length ?? 0);
      const heads = columns.map(({ name }, index) => name || unnamed(index, result.indexCount));
      const rows = Array.from({ length: count }, (_, row) =>
        columns.map((column) => cellOf(column, row)),
      );
      return withRest([indented(heads), ...rows.map(indented)], rowCount + 1, 'rows');
    }
  }
}

const unnamed = (index: number, indexCount: number) => (index < indexCount ? 'index' : 'value');

const indented = ([first = '', ...rest]: readonly string[]) => [`  ${first}`, ...rest];

function withRest(rows: readonly (readonly string[])[], count: number, what: string): string {
  const shown = rows.slice(0, shownRows + 1);
  const rest = count - shown.length;
  return table(shown) + (rest > 0 ? `\n  … ${rest.toLocaleString('en-US')} more ${what}` : '');
}

function cellOf({ kind, values }: ResultColumn, row: number): string {
  const value = values[row] ?? null;
  if (kind !== 'time' || value === null) return cell(value);
  const time = new Date(value as number);
  // Beyond the years that a date can tell.
  if (Number.isNaN(time.getTime())) return String(value);
  const text = time.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text;
}

function cell(value: number | string | boolean | null): string {
  // One line a row, whatever the text holds.
  return value === null ? 'n/a' : String(value).replace(/\s+/g, ' ').slice(0, 80);
}
