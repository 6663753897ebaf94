import { readRows } from './read-rows.ts';
import { findSeparator, type Separator } from './separator.ts';

export interface Header {
  readonly header: readonly string[];
  /** The line in which it stands, from 1. */
  readonly headerRow: number;
  readonly separator: Separator;
}

/** The names of a file's columns; `text` has unified line ends. */
export function readHeader(text: string): Header {
  const firstLine = /\S.*/.exec(text)?.[0] ?? '';
  const separator = findSeparator(firstLine);
  let header: string[] = [];
  let headerRow = 1;
  readRows(
    text,
    separator,
    (cells, row) => {
      header = cells;
      headerRow = row;
    },
    1,
  );
  // A separator at the end of every line makes an empty last column, which is none.
  while (header.at(-1)?.trim() === '') header.pop();
  return { header, headerRow, separator };
}
