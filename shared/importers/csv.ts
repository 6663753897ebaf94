import { createBars } from '../bars/bars.ts';
import { maximumBarCount } from '../bars/column-bytes.ts';
import { ImportError } from './import-error.ts';
import type { ImportedBars, Importer } from './importer.ts';
import { createBarTable } from './table/bar-table.ts';
import { findColumns, type FoundColumns } from './table/columns.ts';
import { readHeader } from './table/header.ts';
import { findDecimalMark } from './table/numbers.ts';
import { countLines, readRows, unifyLineEnds } from './table/read-rows.ts';
import { refuseRagged } from './table/refuse-ragged.ts';
import { refuseUnreadable } from './table/refuse-unreadable.ts';
import { symbolFrom } from './table/symbol.ts';

/** Enough rows to see how a file writes its numbers. */
const sampleSize = 1000;

export const csvImporter: Importer = {
  id: 'csv',
  label: 'CSV',
  extensions: ['csv', 'tsv', 'txt'],
  // Everything textual that is not plainly something else: the errors of `parse` say more than a refusal.
  sniff: (text) => !/^\uFEFF?\s*(?:[{[]|<(?:!|\?|html))/i.test(text.slice(0, 200)),
  parse: parseCsv,
};

/**
 * Reads separated values with a header line: separated by comma, semicolon, tab or bar; columns in
 * any order and under their usual names; dates as ISO, YYYYMMDD, day and month in either order, with
 * the month's name, or as a Unix time. Rows without an open, high, low or volume column get stand-ins,
 * with a warning. An adjusted close that differs from the close is kept beside the raw prices.
 * @throws {ImportError} that names the row, the column and what to do.
 */
export function parseCsv(content: string, fileName: string): ImportedBars {
  refuseUnreadable(content);
  const text = unifyLineEnds(content);
  const lineCount = countLines(text);
  // Before anything is read: the columns are allocated by this number.
  if (lineCount > maximumBarCount + 2) throw tooManyRows(lineCount);

  const { header, headerRow, separator } = readHeader(text);
  const found = findColumns(header, headerRow);
  const isHeader = (row: number) => row === headerRow;

  const sample: string[] = [];
  readRows(
    text,
    separator,
    (cells, row) => !isHeader(row) && sample.push(...pricesOf(cells, found)),
    sampleSize,
  );
  const { mark, sure } = findDecimalMark(sample, separator);

  const table = createBarTable(found, mark, lineCount);
  let rowCount = 0;
  readRows(text, separator, (cells, row) => {
    if (isHeader(row)) return;
    refuseRagged(cells, header.length, row);
    table.push(cells, row);
    rowCount += 1;
  });
  if (rowCount > maximumBarCount) throw tooManyRows(rowCount);
  refuseTooFew(rowCount, headerRow);

  const { columns, adjustedClose, symbol, warnings } = table.finish();
  if (!sure) warnings.unshift('The comma in prices is taken as a decimal comma: 1,250 is 1.25.');
  const bars = createBars(symbolFrom(symbol, fileName), columns);
  return { bars: adjustedClose ? { ...bars, adjustedClose } : bars, warnings };
}

function pricesOf(cells: readonly string[], { open, high, low, close }: FoundColumns): string[] {
  return [open, high, low, close].flatMap((column) =>
    column ? [(cells[column.index] ?? '').trim().slice(0, 60)] : [],
  );
}

function refuseTooFew(rowCount: number, headerRow: number): void {
  if (rowCount >= 2) return;
  if (rowCount === 0) {
    throw new ImportError(
      'header-only',
      `there is no row below the header in row ${headerRow}.`,
      'Add the data, or export the file again.',
    );
  }
  throw new ImportError(
    'too-few-bars',
    'The file holds one bar; a backtest needs at least two.',
    'Export a longer period.',
  );
}

function tooManyRows(lineCount: number): ImportError {
  return new ImportError(
    'too-many-rows',
    `The file has ${lineCount.toLocaleString('en-US')} rows; at most ${maximumBarCount.toLocaleString('en-US')} can be imported.`,
    'Split it by years, or use longer bars.',
  );
}
