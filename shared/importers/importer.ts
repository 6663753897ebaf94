import type { Bars } from '../bars/bars.ts';
import type { Table } from '../bars/table.ts';

/** Market data read from a file, and what was assumed or looked odd while reading it. */
export interface ImportedBars {
  readonly bars: Bars;
  readonly warnings: readonly string[];
}

/** Any other data in columns, read from a file. */
export interface ImportedTable {
  readonly table: Table;
  readonly warnings: readonly string[];
}

/** One data format. Adding one is a new file beside this and a line in `index.ts`. */
export interface Importer {
  readonly id: string;
  readonly label: string;
  /** Lower case, without the dot. */
  readonly extensions: readonly string[];
  /** Whether the text looks like this format; cheap, and no promise that it parses. */
  sniff(text: string, fileName: string): boolean;
  /** @throws {ImportError} that names the place in the file and what to do. */
  parse(text: string, fileName: string): ImportedBars | ImportedTable;
}
