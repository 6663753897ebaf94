import { createHash } from 'node:crypto';
import type { Bars } from '../../../shared/bars/bars.ts';
import { storedBytes } from '../../../shared/bars/column-bytes.ts';
import type { ColumnHead } from '../../../shared/bars/table.ts';

/** SHA-256 in hex of the columns as they are stored, hashed and sent to the sandbox. */
export function hashBars(bars: Bars): string {
  return hashBytes(storedBytes(bars));
}

/** SHA-256 in hex of a table: the names and kinds of its columns, and what is stored of them. */
export function hashTable(columns: readonly ColumnHead[], bytes: Uint8Array): string {
  const heads = JSON.stringify(columns.map(({ name, kind }) => [name, kind]));
  return createHash('sha256').update(heads).update('\n').update(bytes).digest('hex');
}

export function hashBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
