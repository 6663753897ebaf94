import type { RunRecord } from '../../shared/contract/models/run.ts';
import type { ScriptResult } from '../../shared/contract/models/script-result.ts';
import { headOf, printColumn } from '../../shared/reports/script-result/print-column.ts';
import { printValue } from '../../shared/reports/script-result/print-value.ts';
import { table } from './terminal.ts';

const shownRows = 20;
const widest = 80;

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
      return `  ${cell(printValue(result.value).text)}`;
    case 'record': {
      const rows = result.entries.map(({ name, value }) => [`  ${name}`, printValue(value).text]);
      return withRest(rows, result.entryCount, 'entries');
    }
    case 'table': {
      const { columns, indexCount, rowCount } = result;
      const printed = columns.map((column, index) => printColumn(column, index < indexCount));
      const count = Math.min(shownRows, columns[0]?.values.length ?? 0);
      const rows = Array.from({ length: count }, (_, row) =>
        printed.map(({ text }) => text[row] ?? ''),
      );
      return withRest([printed.map(headOf), ...rows].map(indented), rowCount + 1, 'rows');
    }
  }
}

const indented = ([first = '', ...rest]: readonly string[]) => [`  ${first}`, ...rest];

function withRest(rows: readonly (readonly string[])[], count: number, what: string): string {
  const shown = rows.slice(0, shownRows + 1).map((row) => row.map(cell));
  const rest = count - shown.length;
  return table(shown) + (rest > 0 ? `\n  … ${rest.toLocaleString('en-US')} more ${what}` : '');
}

/** One line a row, whatever the text holds; what stands before it stays. */
const cell = (text: string): string => text.replace(/[^\S ]+/g, ' ').slice(0, widest);
