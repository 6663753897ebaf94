import { bytesToTable } from '../bars/table-bytes.ts';
import { joinBytes } from '../bars/column-bytes.ts';
import type { ColumnHead, Table } from '../bars/table.ts';

/** A table that a run was given, with the names that `load` finds it by. */
export interface GivenTable {
  readonly id: string;
  readonly name: string;
  readonly columns: readonly ColumnHead[];
  readonly rowCount: number;
  /** See `tableToBytes`. */
  readonly bytes: Uint8Array;
}

/** What the job frame says of one table; its bytes lie in the frame of the tables, in this order. */
export interface JobTable {
  readonly id: string;
  readonly name: string;
  readonly columns: readonly ColumnHead[];
  readonly rowCount: number;
  readonly byteLength: number;
}

export function packTables(given: readonly GivenTable[]): {
  tables: JobTable[];
  bytes: Uint8Array;
} {
  const tables = given.map(({ bytes, ...described }) => ({
    ...described,
    byteLength: bytes.length,
  }));
  return { tables, bytes: joinBytes(given.map(({ bytes }) => bytes)) };
}

/** The tables of a job, each read when it is asked for. @throws {RangeError} for bytes that do not fit. */
export function unpackTables(
  tables: readonly JobTable[],
  bytes: Uint8Array,
): { readonly id: string; readonly name: string; readonly read: () => Table }[] {
  let at = 0;
  const unpacked = tables.map(({ id, name, columns, rowCount, byteLength }) => {
    const start = at;
    at += byteLength;
    const read = () => bytesToTable(bytes.subarray(start, start + byteLength), columns, rowCount);
    return { id, name, read };
  });
  if (at !== bytes.length) {
    throw new RangeError(`The tables have ${bytes.length} bytes, the job announces ${at}`);
  }
  return unpacked;
}
