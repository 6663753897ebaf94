import type { Table } from '../bars/table.ts';
import { ImportError } from './import-error.ts';
import type { ImportedTable, Importer } from './importer.ts';
import { createKindFinder } from './table/column-kind.ts';
import { columnNamesOf } from './table/column-names.ts';
import { areBars, isPriceBesideDate } from './table/columns.ts';
import { findDateStyle } from './table/dates.ts';
import { readHeader, type Header } from './table/header.ts';
import { findDecimalMark, parseNumber, type DecimalMark } from './table/numbers.ts';
import { countLines, readRows, unifyLineEnds } from './table/read-rows.ts';
import { refuseRagged } from './table/refuse-ragged.ts';
import { refuseUnreadable } from './table/refuse-unreadable.ts';
import { createTableColumn } from './table/table-column.ts';

export const maximumTableText = 64 * 1024 * 1024;
export const maximumTableRows = 1_000_000;
export const maximumTableColumns = 200;

const sampleSize = 1000;
/** A header is looked for in so much of the text. */
const longestHeader = 100_000;

/** Any CSV whose header is not one of bars: an account's trades, balances, snapshots. */
export const tableImporter: Importer = {
  id: 'table',
  label: 'CSV',
  extensions: ['csv', 'tsv', 'txt'],
  sniff(text, fileName) {
    if (/^\uFEFF?\s*(?:[{[]|<(?:!|\?|html))/i.test(text.slice(0, 200))) return false;
    try {
      refuseUnreadable(text.slice(0, longestHeader));
      const { header } = readHeader(unifyLineEnds(text.slice(0, longestHeader)));
      return isHeader(header, fileName) && !areBars(header);
    } catch (error) {
      // The other importer says what is wrong with it.
      if (error instanceof ImportError) return false;
      throw error;
    }
  },
  parse: parseTable,
};

/**
 * Reads a table with a header: a column is one of times, numbers or true and false where every cell
 * that is not empty is one, else it is text.
 * @throws {ImportError} that names the row and what to do.
 */
export function parseTable(content: string): ImportedTable {
  refuseUnreadable(content);
  if (content.length > maximumTableText) {
    const size = Math.round(content.length / 1024 / 1024);
    throw tooLarge(`${size} MB of text; at most ${maximumTableText / 1024 / 1024} MB`);
  }
  const text = unifyLineEnds(content);
  const lineCount = countLines(text);
  if (lineCount > maximumTableRows + 2) {
    const count = lineCount.toLocaleString('en-US');
    throw tooLarge(`${count} rows; at most ${maximumTableRows.toLocaleString('en-US')}`);
  }
  const found = readHeader(text);
  if (found.header.length > maximumTableColumns) {
    throw tooLarge(`${found.header.length} columns; at most ${maximumTableColumns}`);
  }
  return readTable(text, found, lineCount);
}

function readTable(text: string, found: Header, lineCount: number): ImportedTable {
  const { header, headerRow, separator } = found;
  const names = columnNamesOf(header);
  const each = (onCells: (cells: readonly string[], row: number) => void, limit?: number) =>
    readRows(
      text,
      separator,
      (cells, row) => {
        if (row !== headerRow) onCells(cells, row);
      },
      limit,
    );

  const mark = findMark(each, separator);
  const finders = names.map((name) => createKindFinder(name, mark));
  let rowCount = 0;
  each((cells, row) => {
    refuseRagged(cells, header.length, row);
    finders.forEach((finder, index) => finder.push((cells[index] ?? '').trim()));
    rowCount += 1;
  });
  if (rowCount === 0) {
    throw new ImportError(
      'header-only',
      `there is no row below the header in row ${headerRow}.`,
      'Add the data, or export the file again.',
    );
  }

  const kinds = finders.map((finder) => finder.kind());
  const columns = names.map((name, index) =>
    createTableColumn(name, kinds[index] ?? 'text', mark, lineCount),
  );
  each((cells, row) => columns.forEach((column, index) => column.push(cells[index] ?? '', row)));
  const finished = columns.map((column) => column.finish());
  const table: Table = { columns: finished.map(({ column }) => column), rowCount };
  return {
    table,
    warnings: [
      ...(isPriceBesideDate(header) ? [mightBeBars] : []),
      ...new Set(finished.flatMap(({ warnings }) => warnings)),
    ],
  };
}

const mightBeBars =
  'Read as a table, not as bars: the header has more than the columns of bars. To use its price as bars, name that column "close".';

/** The length comes first: the pattern takes quadratic time on a cell of megabytes. */
const longestNumber = 60;
const looksLikeNumber = /^[^\p{L}]*\d[^\p{L}]*$/u;

type EachRow = (onCells: (cells: readonly string[], row: number) => void, limit?: number) => void;

function findMark(each: EachRow, separator: string): DecimalMark {
  const sample: string[] = [];
  each((cells) => {
    for (const cell of cells) {
      const text = cell.length > longestNumber ? '' : cell.trim();
      if (looksLikeNumber.test(text) && findDateStyle(text) === undefined) sample.push(text);
    }
  }, sampleSize);
  return findDecimalMark(sample, separator).mark;
}

/** Names, not the first row of a file that has no header. */
function isHeader(header: readonly string[], fileName: string): boolean {
  const names = header.map((name) => name.trim());
  if (names.length < 2 && !/\.[ct]sv$/i.test(fileName)) return false;
  const isData = (name: string) =>
    !Number.isNaN(parseNumber(name, '.')) || findDateStyle(name) !== undefined;
  return names.some((name) => /\p{L}/u.test(name)) && !names.some(isData);
}

function tooLarge(what: string): ImportError {
  return new ImportError(
    'too-large',
    `The table has ${what} can be imported.`,
    'Keep the columns and the period that you need.',
  );
}
