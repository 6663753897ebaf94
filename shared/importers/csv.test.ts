import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnNames, type Bars } from '../bars/bars.ts';
import { parseCsv } from './csv.ts';

const parse = (text: string, fileName = 'data.csv') => parseCsv(text, fileName);
const date = (bars: Bars, index: number) => new Date(bars.time[index] ?? NaN).toISOString();
const closes = (text: string) => [...parse(text).bars.close];

describe('parseCsv', () => {
  it('reads the S&P 500 sample without a warning', () => {
    const file = new URL('../../node_modules/vega-datasets/data/sp500-2000.csv', import.meta.url);
    const { bars, warnings } = parse(readFileSync(file, 'utf8'));
    expect(warnings).toEqual([]);
    expect(bars.time.length).toBe(5105);
    expect(columnNames.map((name) => bars[name][0])).toEqual([
      Date.UTC(2000, 0, 3),
      1469.25,
      1478,
      1438.359985,
      1455.219971,
      931800000,
    ]);
    expect(date(bars, 5104)).toBe('2020-04-17T00:00:00.000Z');
  });

  it.each([
    [
      'any case and order',
      'CLOSE,Volume,Date,low,HIGH,Open\n2,9,2020-01-02,1,3,1.5\n2,9,2020-01-03,1,3,1.5',
    ],
    ['single letters', 'dt,timestamp,o,h,l,c,v\n,2020-01-02,1.5,3,1,2,9\n,2020-01-03,1.5,3,1,2,9'],
    [
      'a data frame with its index',
      ',Open,High,Low,Close,Volume\n2020-01-02,1.5,3,1,2,9\n2020-01-03,1.5,3,1,2,9',
    ],
    [
      'angle brackets',
      '<DATE>,<OPEN>,<HIGH>,<LOW>,<CLOSE>,<VOL>\n20200102,1.5,3,1,2,9\n20200103,1.5,3,1,2,9',
    ],
    [
      'Nasdaq',
      'Date,Close/Last,Volume,Open,High,Low\n01/02/2020,$2,9,$1.50,$3,$1\n01/13/2020,$2,9,$1.50,$3,$1',
    ],
    [
      'semicolons and decimal commas',
      'Date;Open;High;Low;Close;Volume\n2020-01-02;1,5;3,0;1,0;2,0;9\n2020-01-03;1,5;3;1;2;9',
    ],
    [
      'tabs',
      'date\topen\thigh\tlow\tclose\tvol.\n2020-01-02\t1.5\t3\t1\t2\t9\n2020-01-03\t1.5\t3\t1\t2\t9',
    ],
    ['bars', 'date|open|high|low|close|vol\n2020-01-02|1.5|3|1|2|9\n2020-01-03|1.5|3|1|2|9'],
    [
      'quotes',
      '"Date","Open","High","Low","Close, USD","Price","Volume"\n"2020-01-02","1.5","3","1","","2","9"\n"2020-01-03","1.5","3","1","","2","9"',
    ],
    [
      'a byte order mark, blank lines and Windows line ends',
      '\uFEFF\r\ndate,open,high,low,close,volume\r\n\r\n2020-01-02,1.5,3,1,2,9\r\n,,,,,\r\n2020-01-03,1.5,3,1,2,9\r\n\r\n',
    ],
    [
      'separators at the ends of lines',
      'date,open,high,low,close,volume,\n2020-01-02,1.5,3,1,2,9,\n2020-01-03,1.5,3,1,2,9',
    ],
  ])('reads %s', (_, text) => {
    const { bars, warnings } = parse(text);
    const [, ...numbers] = columnNames.map((name) => bars[name][0]);
    expect(numbers).toEqual([1.5, 3, 1, 2, 9]);
    expect(date(bars, 0)).toBe('2020-01-02T00:00:00.000Z');
    expect(bars.time.length).toBe(2);
    expect(warnings).toEqual([]);
  });

  it('gives back the very numbers that were written, whatever the separator', () => {
    const price = fc.double({ min: 1e-6, max: 1e9, noNaN: true });
    const row = fc.record({
      open: price,
      close: price,
      up: fc.double({ min: 0, max: 1, noNaN: true }),
      volume: fc.nat(),
    });
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 2, maxLength: 30 }),
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.boolean(),
        (rows, separator, lineEnd, quotes) => {
          const lines = rows.map(({ open, close, up, volume }, index) => {
            const day = new Date(index * 86_400_000).toISOString().slice(0, 10);
            const high = Math.max(open, close) * (1 + up);
            const low = Math.min(open, close) / (1 + up);
            return [day, open, high, low, close, volume];
          });
          const written = [['date', 'open', 'high', 'low', 'close', 'volume'], ...lines]
            .map((line) => line.map((cell) => (quotes ? `"${cell}"` : cell)).join(separator))
            .join(lineEnd);
          const { bars } = parse(written);
          columnNames.slice(1).forEach((name, at) => {
            expect([...bars[name]]).toEqual(lines.map((line) => line[at + 1]));
          });
        },
      ),
    );
  });
});

describe('what parseCsv fills in and says', () => {
  const warningsOf = (text: string) => parse(text).warnings.join(' ');

  it('takes a close alone for all prices', () => {
    const { bars, warnings } = parse('date,price\n2020-01-02,2\n2020-01-03,3');
    expect([bars.open[1], bars.high[1], bars.low[1], bars.close[1], bars.volume[1]]).toEqual([
      3, 3, 3, 3, 0,
    ]);
    expect(warnings).toEqual([
      expect.stringContaining('closes only'),
      expect.stringContaining('no volume column'),
    ]);
  });

  it('lets open and close stand in for a missing high and low', () => {
    const { bars, warnings } = parse('date,open,close,volume\n2020-01-02,2,1,0\n2020-01-03,2,3,0');
    expect([[...bars.high], [...bars.low]]).toEqual([
      [2, 3],
      [1, 2],
    ]);
    expect(warnings).toHaveLength(2);
  });

  it('keeps the raw close beside an adjusted one', () => {
    const text =
      'date,open,high,low,close,Adj Close,volume\n2020-01-02,2,2,2,2,1,9\n2020-01-03,2,2,2,2,2,9';
    expect(closes(text)).toEqual([2, 2]);
    expect(warningsOf(text)).toContain('adjusted close differs from the close in row 2.');
  });

  it('takes an adjusted close where it is the only one', () => {
    const text = 'date,Adj Close\n2020-01-02,2\n2020-01-03,3';
    expect(closes(text)).toEqual([2, 3]);
    expect(warningsOf(text)).toContain('adjusted one');
  });

  it('takes a volume that is missing in some rows as 0', () => {
    const text = 'date,close,volume\n2020-01-02,2,\n2020-01-03,3,1.5M\n2020-01-04,3,-';
    expect([...parse(text).bars.volume]).toEqual([0, 1_500_000, 0]);
    expect(warningsOf(text)).toContain('The volume is missing in 2 rows, first in row 2');
  });

  it('turns a file with the newest row first around', () => {
    const text = 'date,close\n2020-01-03,3\n2020-01-02,2\n2020-01-01,1';
    expect(closes(text)).toEqual([1, 2, 3]);
    expect(warningsOf(text)).toContain('newest row came first');
  });

  it('sorts any other order and names the first row out of it', () => {
    const text = 'date,close\n2020-01-02,2\n2020-01-03,3\n2020-01-01,1';
    expect(closes(text)).toEqual([1, 2, 3]);
    expect(warningsOf(text)).toContain('(row 4 is earlier');
  });

  it('tolerates rounding but tells of an open or close outside the range', () => {
    const rounded =
      'date,open,high,low,close,volume\n2020-01-02,1,1,1,1.0000005,1\n2020-01-03,1,1,1,1,1';
    expect(warningsOf(rounded)).toBe('');
    const outside = 'date,open,high,low,close,volume\n2020-01-02,1,1,1,1,1\n2020-01-03,1,2,1,2.1,1';
    expect(warningsOf(outside)).toContain('outside the range from low to high in row 3.');
  });

  it('says so when commas could be decimal or group thousands', () => {
    const text = 'date;close\n2020-01-02;1,250\n2020-01-03;1,300';
    expect(closes(text)).toEqual([1.25, 1.3]);
    expect(warningsOf(text)).toContain('1,250 is 1.25');
  });

  it('names the instrument after its column, else after the file', () => {
    const text = (symbol: string) =>
      `symbol,date,close\n${symbol},2020-01-02,1\n${symbol},2020-01-03,2`;
    expect(parse(text('=HYPERLINK(1)')).bars.symbol).toBe('=HYPERLINK(1)');
    expect(parse(text('A\u202EB')).bars.symbol).toBe('AB');
    expect(parse(text(''), '/home/me/spy.us.csv').bars.symbol).toBe('SPY.US');
  });
});
