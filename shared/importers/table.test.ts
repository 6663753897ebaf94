import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TableColumn } from '../bars/table.ts';
import { processorTime } from '../testing/processor-time.fixture.ts';
import { ImportError } from './import-error.ts';
import { importText } from './index.ts';
import { maximumTableColumns, parseTable } from './table.ts';

const trades = `Time,Symbol,Side,Quantity,Price,Fee,Closed
2024-01-02 15:30:00,AAPL,buy,100,185.2,1.5,true
2024-01-03 16:00:00,MSFT,sell,20.5,370,,false
,MSFT,sell,-1,n/a,0,
`;

function columnsOf(text: string): Record<string, TableColumn> {
  const { table } = parseTable(text);
  return Object.fromEntries(table.columns.map((column) => [column.name, column]));
}
const kindOf = (cells: readonly string[], name = 'x') =>
  columnsOf(`${name},y\n${cells.map((cell) => `"${cell}",1`).join('\n')}`)[name]?.kind;

describe('a table', () => {
  it('has columns of the kinds that their cells are of', () => {
    const { table, warnings } = parseTable(trades);
    expect(table).toEqual({
      rowCount: 3,
      columns: [
        {
          name: 'Time',
          kind: 'time',
          values: Float64Array.of(Date.UTC(2024, 0, 2, 15, 30), Date.UTC(2024, 0, 3, 16), NaN),
        },
        { name: 'Symbol', kind: 'text', values: ['AAPL', 'MSFT', 'MSFT'] },
        { name: 'Side', kind: 'text', values: ['buy', 'sell', 'sell'] },
        { name: 'Quantity', kind: 'number', values: Float64Array.of(100, 20.5, -1) },
        { name: 'Price', kind: 'number', values: Float64Array.of(185.2, 370, NaN) },
        { name: 'Fee', kind: 'number', values: Float64Array.of(1.5, NaN, 0) },
        { name: 'Closed', kind: 'boolean', values: Float64Array.of(1, 0, NaN) },
      ],
    });
    expect(warnings).toEqual([
      expect.stringContaining('name that column "close"'),
      'Times without a zone are taken as UTC.',
    ]);
  });

  it.each([
    ['time', ['2024-01-02', '', '2024-01-03T10:00:00Z']],
    ['time', ['Jan 5, 2024']],
    ['time', ['31/12/2023', '01/02/2024']],
    ['text', ['2024-01-02', 'soon']],
    ['text', ['1500-01-02']],
    ['number', ['1,234.5', '-2', '1e3', '$5']],
    ['number', ['20240102']],
    ['number', ['1700000000']],
    ['text', ['1', 'Infinity']],
    ['text', ['12345678901234567890']],
    ['boolean', ['TRUE', 'false', 'null']],
    ['text', ['true', '1']],
    ['text', ['', '']],
  ] as const)('reads a column as %s: %j', (kind, cells) => {
    expect(kindOf(cells)).toBe(kind);
  });

  it('takes digits as a time where the name says so', () => {
    expect(kindOf(['20240102'], 'trade date')).toBe('time');
    expect(columnsOf('timestamp,y\n1700000000,1')['timestamp']?.values).toEqual(
      Float64Array.of(1_700_000_000_000),
    );
  });

  it('never guesses which number is the month', () => {
    const { table, warnings } = parseTable('day,y\n01/02/2024,1\n03/04/2024,2\n');
    expect(table.columns[0]).toEqual({
      name: 'day',
      kind: 'text',
      values: ['01/02/2024', '03/04/2024'],
    });
    expect(warnings.join(' ')).toContain('kept as text');
  });

  it('reads decimal commas', () => {
    expect(columnsOf('a;b\n1,5;x\n2,25;y')['a']?.values).toEqual(Float64Array.of(1.5, 2.25));
  });

  it('gives every column a name of its own', () => {
    const names = parseTable('a,a,,__proto__,a 2\n1,2,3,4,5').table.columns.map(({ name }) => name);
    expect(names).toEqual(['a', 'a 2', 'column 3', 'proto', 'a 2 2']);
  });

  it.each([
    ['header-only', 'a,b\n'],
    ['ragged-row', 'a,b\n1\n'],
    ['broken-quotes', 'a,b\n"1,2\n'],
    [
      'too-large',
      `${Array.from({ length: maximumTableColumns + 1 }, (_, at) => `c${at}`).join()}\n`,
    ],
    ['too-large', `a,b\n${'1,2\n'.repeat(1_000_002)}`],
  ])('is refused: %s', (code, text) => {
    expect(() => parseTable(text)).toThrow(expect.objectContaining({ code }) as Error);
  });

  it('takes no forever over a cell of megabytes', () => {
    const long = '1'.repeat(5_000_000);
    for (const cell of [`${long}x`, `"${long}\n${long}"`, ' '.repeat(5_000_000), `$${long}`]) {
      expect(processorTime(() => parseTable(`a,b\n${cell},1\n${cell},x`))).toBeLessThan(10_000);
    }
  });

  it('is read or refused with words, whatever the file holds', () => {
    const piece = fc.oneof(
      fc.constantFrom(',', '\n', '"', '1', '2024-01-02', 'true', ';', '-', 'x', ' '),
      fc.string({ maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        try {
          const { table } = parseTable(`a,b\n${pieces.join('')}`);
          for (const { values } of table.columns) expect(values.length).toBe(table.rowCount);
        } catch (error) {
          if (!(error instanceof ImportError)) throw error;
          expect(error.hint).not.toBe('');
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a file is bars or a table', () => {
  const rows = (header: string) => {
    const cells = header.split(',').map((name) => (/date|time/i.test(name) ? '2024-01-02' : '1'));
    return `${header}\n${cells.join()}\n${cells.join().replace('02', '03')}\n`;
  };
  const kind = (header: string, fileName = 'x.csv') => {
    try {
      return 'bars' in importText(rows(header), fileName) ? 'bars' : 'table';
    } catch (error) {
      // What bars' importer says of a broken file.
      if (error instanceof ImportError) return `bars: ${error.code}`;
      throw error;
    }
  };

  it.each([
    ['date,open,high,low,close,volume', 'bars'],
    ['date,close,comment', 'bars'],
    ['date,price', 'bars'],
    ['symbol,date,price', 'bars'],
    ['Date,Value', 'bars'],
    ['dt,timestamp,o,h,l,c,v', 'bars'],
    ['open,high,low', 'bars: no-date-column'],
    ['2020-01-01,1,2', 'bars: no-date-column'],
    ['time,symbol,side,quantity,price', 'table'],
    ['date,balance,equity', 'table'],
    ['date,symbol,quantity,price,value', 'table'],
    ['symbol,weight', 'table'],
    ['Time,Type,Order,Symbol,Price,S/L,T/P,Time,Price,Profit', 'table'],
  ])('%s is %s', (header, expected) => {
    expect(kind(header)).toBe(expected);
  });

  it('is a table of one column only by the name of its file', () => {
    expect(kind('ticker', 'list.csv')).toBe('table');
    expect(kind('ticker', 'notes.txt')).toBe('bars: no-date-column');
  });
});
