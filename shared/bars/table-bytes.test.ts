import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesToTable, tableToBytes } from './table-bytes.ts';
import type { Table, TableColumn } from './table.ts';

const columnOf = (length: number): fc.Arbitrary<TableColumn> => {
  const size = { minLength: length, maxLength: length };
  return fc.oneof(
    fc.record({
      name: fc.string(),
      kind: fc.constantFrom('number' as const, 'time' as const, 'boolean' as const),
      values: fc.float64Array(size),
    }),
    fc.record({
      name: fc.string(),
      kind: fc.constant('text' as const),
      values: fc.array(fc.option(fc.string({ unit: 'binary' })), size),
    }),
  );
};
const tables = fc
  .nat({ max: 20 })
  .chain((rowCount) =>
    fc.record({ rowCount: fc.constant(rowCount), columns: fc.array(columnOf(rowCount)) }),
  );

describe('the bytes of a table', () => {
  it('give the same table back, from anywhere in a buffer', () => {
    fc.assert(
      fc.property(tables, fc.nat({ max: 9 }), (table, offset) => {
        const bytes = tableToBytes(table);
        const moved = new Uint8Array(bytes.length + offset);
        moved.set(bytes, offset);
        const read = bytesToTable(moved.subarray(offset), table.columns, table.rowCount);
        expect(read).toEqual(table);
      }),
    );
  });

  it('are numbers in little-endian order, then ASCII', () => {
    const table: Table = {
      rowCount: 1,
      columns: [
        { name: 'a', kind: 'text', values: ['ö😀'] },
        { name: 'b', kind: 'number', values: Float64Array.of(1) },
      ],
    };
    const bytes = tableToBytes(table);
    expect([...bytes.subarray(0, 8)]).toEqual([0, 0, 0, 0, 0, 0, 0xf0, 0x3f]);
    expect(Buffer.from(bytes.subarray(8)).toString()).toBe('[["\\u00f6\\ud83d\\ude00"]]');
  });

  it('are refused where they are not those of such columns', () => {
    const columns = [{ name: 'a', kind: 'number' } as const, { name: 'b', kind: 'text' } as const];
    const whole = tableToBytes({
      rowCount: 2,
      columns: [
        { name: 'a', kind: 'number', values: Float64Array.of(1, 2) },
        { name: 'b', kind: 'text', values: ['x', 'y'] },
      ],
    });
    expect(() => bytesToTable(whole.subarray(0, 9), columns, 2)).toThrow(RangeError);
    expect(() => bytesToTable(whole.subarray(0, -1), columns, 2)).toThrow('cannot be read');
    expect(() => bytesToTable(whole, columns, 1)).toThrow(RangeError);
    expect(() => bytesToTable(whole, columns.slice(0, 1), 2)).toThrow('text are missing');
  });
});
