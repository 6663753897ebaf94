import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { processorTime } from '../testing/processor-time.fixture.ts';
import { parseCsv } from './csv.ts';
import { ImportError } from './import-error.ts';
import { importText } from './index.ts';

const header = 'Date,Open,High,Low,Close,Volume';
const good = ['2020-01-02,2,3,1,2,9', '2020-01-03,2,3,1,2,9', '2020-01-06,2,3,1,2,9'];
const withRow = (row: string) => [header, ...good.slice(0, 2), row].join('\n');

function failure(text: string): ImportError {
  try {
    parseCsv(text, 'data.csv');
  } catch (error) {
    if (error instanceof ImportError) return error;
    throw error;
  }
  throw new Error('The file was taken');
}

describe('files that parseCsv refuses', () => {
  it.each([
    ['empty-file', ''],
    ['empty-file', '\uFEFF \r\n\n'],
    ['header-only', header],
    ['header-only', `${header}\n\n,,,,,\n`],
    ['too-few-bars', `${header}\n${good[0]}`],
    ['no-date-column', 'open,high,low,close\n1,1,1,1'],
    ['no-date-column', good.join('\n')],
    ['no-price-column', 'date,open,high\n2020-01-02,1,1'],
    ['ambiguous-column', 'date,close,Close\n2020-01-02,1,1'],
    ['unknown-format', 'PK\u0003\u0004 workbook'],
    ['wrong-encoding', 'd\0a\0t\0e\0'],
  ])('%s: %j', (code, text) => {
    const error = failure(text);
    expect(error.code).toBe(code);
    expect(error.message).not.toBe('');
    expect(error.hint).not.toBe('');
  });

  it.each([
    [
      'ragged-row',
      '2020-01-06,2,3,1,2',
      undefined,
      'this row has 5 values, the header has 6 columns',
    ],
    ['ragged-row', '2020-01-06,2,3,1,2,9,9', undefined, 'this row has 7 values'],
    ['missing-value', '2020-01-06,2,3,1,,9', 'Close', 'the value is missing'],
    ['missing-value', '2020-01-06,null,3,1,2,9', 'Open', 'the value is missing'],
    ['missing-value', ',2,3,1,2,9', 'Date', 'the date is missing'],
    ['broken-number', '2020-01-06,2,3,1,abc,9', 'Close', '"abc" is not a number'],
    ['broken-number', '2020-01-06,0x10,3,1,2,9', 'Open', '"0x10" is not a number'],
    ['broken-number', '2020-01-06,2,Infinity,1,2,9', 'High', '"Infinity" is not a number'],
    ['broken-number', '2020-01-06,2,1e999,1,2,9', 'High', '"1e999" is not a number'],
    ['broken-number', '2020-01-06,2,3,1,2,9 units', 'Volume', '"9 units" is not a number'],
    ['broken-number', `2020-01-06,2,3,1,${'9'.repeat(100)},9`, 'Close', '…" is not a number'],
    ['price-not-positive', '2020-01-06,2,3,1,-2,9', 'Close', '"-2" is not above zero'],
    ['price-not-positive', '2020-01-06,2,3,0,2,9', 'Low', '"0" is not above zero'],
    ['negative-volume', '2020-01-06,2,3,1,2,-9', 'Volume', '"-9" is below zero'],
    ['high-below-low', '2020-01-06,2,1,3,2,9', 'High', 'the high 1 is below the low 3'],
    ['broken-date', '2020-02-30,2,3,1,2,9', 'Date', 'the calendar has no day 2020-2-30'],
    [
      'broken-date',
      'soon,2,3,1,2,9',
      'Date',
      '"soon" is not a date written as the first one, "2020-01-02"',
    ],
    ['broken-date', '06.01.2020,2,3,1,2,9', 'Date', 'is not a date written as the first one'],
    ['duplicate-time', '2020-01-02,2,3,1,2,9', 'Date', '2020-01-02 stands in row 2 already'],
    ['broken-quotes', '"2020-01-06,2,3,1,2,9', undefined, 'a quotation mark is not closed'],
    ['wrong-encoding', '2020-01-06,2,3,1,2,\uFFFD', undefined, 'not UTF-8'],
  ])('%s in row 4: %s', (code, row, column, message) => {
    const error = failure(withRow(row));
    expect([error.code, error.row, error.column]).toEqual([code, 4, column]);
    expect(error.message).toContain(message);
    expect(error.message).toMatch(column ? /^Row 4, column "/ : /^Row 4: /);
    expect(error.hint).not.toBe('');
  });

  it('counts lines as a person does: blank ones, and those inside quotes', () => {
    const text = `\n"Date","the\nClose"\n2020-01-02,1\n\n"2020-01-03",x`.replace(
      'the\nClose',
      'close',
    );
    expect(failure(text).row).toBe(5);
    const folded = 'date,note,close\n2020-01-02,"one\ntwo\nthree",1\n2020-01-03,,x';
    expect(failure(folded).row).toBe(5);
  });

  it('names both rows of a duplicate in a file that is not sorted', () => {
    const error = failure('date,close\n2020-01-03,1\n2020-01-02,1\n2020-01-04,1\n2020-01-03,1');
    expect(error.message).toBe('Row 5, column "date": 2020-01-03 stands in row 2 already.');
  });

  it('refuses two instruments in one file', () => {
    const error = failure('ticker,date,close\nA,2020-01-02,1\nB,2020-01-03,1');
    expect([error.code, error.row, error.column]).toEqual(['several-symbols', 3, 'ticker']);
  });

  it('refuses more rows than it would ever hold, before reading them', () => {
    const text = `date,close${'\n'.repeat(6_000_000)}`;
    const took = processorTime(() => expect(failure(text).code).toBe('too-many-rows'));
    expect(took).toBeLessThan(10_000);
  });

  it.each([
    ['an endless header', `date,close,${'"'.repeat(300_001)}`],
    ['an endless number', withRow(`2020-01-06,2,3,1,${','.repeat(200_000)}`)],
    ['an endless decimal comma', `date;close\n2020-01-02;${','.repeat(200_000)}\n2020-01-03;1`],
    ['an endless date', `date,close\n2020-01-02${' '.repeat(300_000)}x,1\n2020-01-03,1`],
  ])('refuses %s without taking long over it', (_, text) => {
    const took = processorTime(() => expect(failure(text)).toBeInstanceOf(ImportError));
    expect(took).toBeLessThan(10_000);
  });

  it('keeps messages to one short line, whatever the file holds', () => {
    const { message } = failure(withRow(`2020-01-06,2,3,1,"a\n\u202E\u0007${'x'.repeat(500)}",9`));
    expect(message).toMatch(/^[\p{L}\p{P}\p{N}\p{S} ]{1,100}$/u);
  });
});

describe('any text at all', () => {
  const cell = fc.oneof(
    fc.constantFrom(
      '2020-01-02',
      '01/02/2020',
      '1577923200',
      '1',
      '1,5',
      '-1',
      '',
      'null',
      '"',
      '""',
    ),
    fc.constantFrom('date', 'time', 'close', 'high', 'volume', 'symbol', '\uFEFF', '9'.repeat(400)),
    fc.string({ unit: 'binary', maxLength: 5 }),
  );
  const table = fc
    .tuple(
      fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 }),
      fc.constantFrom(',', ';', '\t', '|'),
    )
    .map(([rows, separator]) => rows.map((row) => row.join(separator)).join('\n'));
  const plausible = fc
    .array(fc.tuple(cell, cell, cell), { maxLength: 5 })
    .map((rows) => ['date,close,volume', ...rows.map((row) => row.join(','))].join('\n'));

  it('is either data in time order with prices above zero, or an ImportError with a hint', () => {
    fc.assert(
      fc.property(fc.oneof(table, plausible, fc.string({ unit: 'binary' })), (text) => {
        try {
          const { time, low, volume } = parseCsv(text, 'data.csv').bars;
          expect(time.every((at, index) => index === 0 || at > (time[index - 1] ?? NaN))).toBe(
            true,
          );
          expect(low.every((price) => price > 0)).toBe(true);
          expect(volume.every((units) => units >= 0)).toBe(true);
        } catch (error) {
          if (!(error instanceof ImportError)) throw error;
          expect(error.hint).not.toBe('');
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('importText', () => {
  it.each(['{"a":1}', '[1]', '<!doctype html>', '<html>', '<?xml?>'])('refuses %s', (text) => {
    expect(() => importText(text, 'data.csv')).toThrow('no format that Stratbox reads');
  });

  it('finds the importer by the text', () => {
    expect(importText('date,close\n2020-01-02,1\n2020-01-03,2', 'x')).toMatchObject({
      bars: { symbol: 'X' },
    });
  });
});
