import Papa from 'papaparse';
import { ImportError } from '../import-error.ts';

/** Receives the cells of one row, unquoted, and the number of the line in which it starts. */
export type OnRow = (cells: string[], row: number) => void;

/**
 * Reads separated values row by row, blank lines left out, without keeping the rows. Lines end with
 * a line feed only (see `unifyLineEnds`). Stops after `limit` rows.
 * @throws {ImportError} if quotes are not closed, and whatever `onRow` throws.
 */
export function readRows(text: string, separator: string, onRow: OnRow, limit = Infinity): void {
  const quotesInFile = text.includes('"');
  let line = 1;
  let count = 0;
  Papa.parse<string[]>(text, {
    delimiter: separator,
    newline: '\n',
    step({ data, errors }, parser) {
      const row = line;
      line += 1 + (quotesInFile ? lineFeeds(data) : 0);
      const [problem] = errors;
      if (problem) {
        throw new ImportError(
          'broken-quotes',
          'a quotation mark is not closed, or stands inside a value.',
          'Close the quotes, or double those that belong to the value.',
          { row },
        );
      }
      if (data.every((cell) => cell.trim() === '')) return;
      onRow(data, row);
      count += 1;
      if (count >= limit) parser.abort();
    },
  });
}

function lineFeeds(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) {
    for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) count += 1;
  }
  return count;
}

/** Windows and old Macintosh line ends become line feeds, and a byte order mark goes. */
export function unifyLineEnds(text: string): string {
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
  return body.includes('\r') ? body.replace(/\r\n?/g, '\n') : body;
}

export function countLines(text: string): number {
  let count = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
