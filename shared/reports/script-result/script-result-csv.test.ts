import { describe, expect, it } from 'vitest';
import { scriptResultCsv } from './script-result-csv.ts';

describe('a script’s result as CSV', () => {
  it('is one cell of a value and a row for each entry of a record', () => {
    expect(scriptResultCsv({ kind: 'value', value: 0.1 + 0.2 })).toBe(
      'result\r\n0.30000000000000004\r\n',
    );
    const entries = [
      { name: 'sharpe', value: 1.5 },
      { name: 'good', value: true },
      { name: 'none', value: null },
    ];
    expect(scriptResultCsv({ kind: 'record', entries, entryCount: 3 })).toBe(
      'name,value\r\nsharpe,1.5\r\ngood,true\r\nnone,\r\n',
    );
  });

  it('has a table’s cells exactly, and names what has no name', () => {
    const csv = scriptResultCsv({
      kind: 'table',
      indexCount: 1,
      rowCount: 2,
      columnCount: 3,
      columns: [
        { name: '', kind: 'time', values: [Date.UTC(2020, 0, 2), null] },
        { name: '', kind: 'number', values: [1e-12, null] },
        { name: 'note', kind: 'text', values: ['=HYPERLINK("x")', 'a, b'] },
      ],
    });
    expect(csv.split('\r\n')).toEqual([
      'index,value,note',
      '2020-01-02T00:00:00.000Z,1e-12,"\'=HYPERLINK(""x"")"',
      ',,"a, b"',
      '',
    ]);
  });

  it('stands a table without columns or rows', () => {
    const table = { kind: 'table', indexCount: 0, rowCount: 0, columnCount: 0 } as const;
    expect(scriptResultCsv({ ...table, columns: [] })).toBe('\r\n');
    const columns = [{ name: 'a', kind: 'number' as const, values: [] }];
    expect(scriptResultCsv({ ...table, columns })).toBe('a\r\n');
  });
});
