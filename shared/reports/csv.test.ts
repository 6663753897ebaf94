import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csvCell, csvTable } from './csv-table.ts';
import { testTrades } from '../contract/testing/test-record.ts';
import { exampleRun } from './example-record.fixture.ts';
import { createReport } from './index.ts';

const parse = (content: string) =>
  Papa.parse<string[]>(content, { skipEmptyLines: true, newline: '\r\n', delimiter: ',' });

describe('csvCell', () => {
  it.each([
    ['=cmd|" /C calc"!A0', `"'=cmd|"" /C calc""!A0"`],
    ['+1+1', `"'+1+1"`],
    ['-2', `"'-2"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    [' =1', `"' =1"`],
    ['\t=1', `"'\t=1"`],
    ['\u200b=1', `"'\u200b=1"`],
    ['＝1', `"'＝1"`],
    ['\r\n=1', `"'\r\n=1"`],
    ['plain', 'plain'],
    ['a;b', '"a;b"'],
    ['he said "no"', '"he said ""no"""'],
    [-0.1, '-0.1'],
    [1e-7, '1e-7'],
    [0.1 + 0.2, '0.30000000000000004'],
    [NaN, ''],
    [null, ''],
  ])('writes %j as %s', (cell, text) => {
    expect(csvCell(cell)).toBe(text);
  });

  it('reads back as it was, but for the apostrophe that disarms a formula', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), fc.double(), (text, value) => {
        const { data } = parse(csvTable(['text', 'value'], [[text, value]]));
        const [read = '', number = ''] = data[1] ?? [];
        expect([text, `'${text}`]).toContain(read);
        expect(read).not.toMatch(/^\s*[=+\-@|]/);
        if (Number.isFinite(value)) expect(Number(number)).toBe(value === 0 ? 0 : value);
      }),
    );
  });
});

describe('the CSV report', () => {
  const trades = testTrades(40);
  const hostile = { ...(trades[0] as (typeof trades)[0]), tag: '=HYPERLINK("http://x","y")' };
  const input = exampleRun({ trades: [hostile, ...trades.slice(1)] });
  const [tradeFile, equityFile] = createReport('csv', input);

  it('is files named after the strategy', () => {
    const events = [
      {
        bar: 3,
        time: null,
        decisionBar: 2,
        order: 1,
        symbol: 'A',
        reason: 'expired',
        message: '=x',
      },
    ] as const;
    const plots = [{ name: 'fast', time: [0], value: [1.5] }];
    const more = createReport('csv', exampleRun({ events: [...events], eventCount: 1, plots }, 10));
    expect(more.map(({ fileName }) => fileName.replace('SMA-crossover-', ''))).toEqual([
      'trades.csv',
      'equity.csv',
      'run.csv',
      'figures.csv',
      'months.csv',
      'events.csv',
      'plots.csv',
    ]);
    expect(more[5]?.content).toContain(`,3,1,A,expired,"'=x"`);
    expect(more[6]?.content).toContain('fast,1970-01-01,1.5');
    expect(more[2]?.content).toContain('Commission is 0.05%');
    expect(createReport('csv', input)).toHaveLength(5);
    expect(tradeFile?.fileName).toBe('SMA-crossover-trades.csv');
    expect(equityFile?.fileName).toBe('SMA-crossover-equity.csv');
    expect(tradeFile?.mediaType).toBe('text/csv');
  });

  it('has what the script left, and what could not be extracted', () => {
    const scriptResult = { kind: 'value', value: '=1+1' } as const;
    const changes = { scriptResult, extractionError: 'result.x is a function' };
    const files = createReport('csv', exampleRun(changes, 10));
    expect(files.at(-1)?.fileName).toBe('SMA-crossover-result.csv');
    expect(files.at(-1)?.content).toBe(`result\r\n"'=1+1"\r\n`);
    expect(files[2]?.content).toContain('"Not extracted","result.x is a function"');
  });

  it('holds every trade to the last bit, the open one without an exit date', () => {
    const { data, errors } = parse(tradeFile?.content ?? '');
    expect(errors).toEqual([]);
    expect(data).toHaveLength(41);
    const [header = [], ...rows] = data;
    rows.forEach((row, index) => {
      const trade = input.record.trades[index] as (typeof trades)[0];
      const cell = (name: string) => row[header.indexOf(name)] ?? '';
      expect(cell('entry_date')).toBe(new Date(trade.entryTime).toISOString().slice(0, 10));
      expect(Number(cell('entry_price'))).toBe(trade.entryPrice);
      expect(Number(cell('profit'))).toBe(trade.profit);
      expect(Number(cell('return'))).toBe(trade.return);
      expect(cell('status')).toBe(trade.exitBar === null ? 'open' : 'closed');
      expect(cell('exit_date') === '').toBe(trade.exitBar === null);
    });
    expect(rows[0]?.at(-1)).toBe(`'=HYPERLINK("http://x","y")`);
  });

  it('holds every bar, not the sample', () => {
    const content = equityFile?.content ?? '';
    expect(content.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const { data, errors } = parse(content);
    expect(errors).toEqual([]);
    expect(data[0]).toEqual(['date', 'equity', 'drawdown', 'buy_and_hold']);
    const { time, equity, drawdown, benchmark } = input.full;
    expect(data).toHaveLength(time.length + 1);
    for (const bar of [0, 1, 2500, time.length - 1]) {
      expect(data[bar + 1]?.[0]).toBe(new Date(time[bar] as number).toISOString().slice(0, 10));
      const values = data[bar + 1]?.slice(1).map(Number);
      expect(values).toEqual([equity[bar], drawdown[bar], benchmark[bar]]);
    }
  });

  it('gives all dates a clock when one of them needs it', () => {
    const one = Float64Array.of(100, 101);
    const time = Float64Array.of(Date.UTC(2020, 0, 2), Date.UTC(2020, 0, 2, 14, 30));
    const full = { time, equity: one, drawdown: one, benchmark: one };
    const content = createReport('csv', { ...input, full })[1]?.content ?? '';
    expect(content.split('\r\n').slice(1, 3)).toEqual([
      '2020-01-02T00:00:00.000Z,100,100,100',
      '2020-01-02T14:30:00.000Z,101,101,101',
    ]);
  });
});
