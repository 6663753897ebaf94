import { describe, expect, it } from 'vitest';
import { scriptResultSchema, type ScriptResult } from '../contract/models/script-result.ts';
import { extractResult } from './script-result.ts';

const read = (value: unknown) => {
  const extracted = extractResult(value);
  // As it travels, and as the host reads it.
  const sent: unknown = JSON.parse(JSON.stringify(extracted.result));
  if (sent !== null) expect(scriptResultSchema.parse(sent)).toEqual(extracted.result);
  return extracted;
};
const tableIn = (value: unknown) => {
  const { result } = read(value);
  if (result?.kind !== 'table') throw new Error(`not a table but ${JSON.stringify(result)}`);
  return result;
};
const heads = ({ columns }: Extract<ScriptResult, { kind: 'table' }>) =>
  columns.map(({ name, kind, values }) => [name, kind, values]);
const january = Date.UTC(2024, 0, 1);
class Odd {}

describe('what a script leaves', () => {
  it.each([
    [1.5, 1.5],
    [7n, 7],
    ['text', 'text'],
    [true, true],
    [NaN, null],
    [new Date(january), '2024-01-01'],
    [new Date(january + 1), '2024-01-01T00:00:00.001Z'],
    [new Date(NaN), null],
  ])('is a value: %o', (value, expected) => {
    expect(read(value)).toEqual({ result: { kind: 'value', value: expected }, error: null });
  });

  it('is a record, also of records', () => {
    const { result, error } = read({ mean: 2, best: { day: 'Monday', at: [1, null] }, none: NaN });
    expect(error).toBeNull();
    expect(result).toEqual({
      kind: 'record',
      entries: [
        { name: 'mean', value: 2 },
        { name: 'best.day', value: 'Monday' },
        { name: 'best.at', value: '[1,null]' },
        { name: 'none', value: null },
      ],
      entryCount: 4,
    });
    expect(read(new Map([['a', 1]])).result).toMatchObject({ entries: [{ name: 'a', value: 1 }] });
  });

  it('is a table of rows, with all their columns', () => {
    const rows = [
      { day: new Date(january), held: true, note: 'x', price: 1 },
      { day: null, held: null, note: 3, price: NaN, more: 2 },
    ];
    expect(heads(tableIn(rows))).toEqual([
      ['day', 'time', [january, null]],
      ['held', 'boolean', [true, null]],
      ['note', 'text', ['x', '3']],
      ['price', 'number', [1, null]],
      ['more', 'number', [null, 2]],
    ]);
  });

  it('is a table of columns, with its times as the index', () => {
    const table = tableIn({ time: [january, january + 1], mean: Float64Array.of(NaN, 2) });
    expect(table).toMatchObject({ indexCount: 1, rowCount: 2, columnCount: 2 });
    expect(heads(table)).toEqual([
      ['time', 'time', [january, january + 1]],
      ['mean', 'number', [null, 2]],
    ]);
  });

  it('is a table of an array, of arrays, or of records by name', () => {
    expect(heads(tableIn([1, null, 3]))).toEqual([['', 'number', [1, null, 3]]]);
    expect(heads(tableIn([NaN, NaN]))).toEqual([['', 'number', [null, null]]]);
    expect(heads(tableIn(Int32Array.of(4)))).toEqual([['', 'number', [4]]]);
    expect(heads(tableIn(new Set(['b', 'a'])))).toEqual([['', 'text', ['b', 'a']]]);
    expect(heads(tableIn([[1, 'x'], [2]]))).toEqual([
      ['0', 'number', [1, 2]],
      ['1', 'text', ['x', null]],
    ]);
    const named = tableIn({ A: { mean: 1 }, B: { mean: 2 } });
    expect(named.indexCount).toBe(1);
    expect(heads(named)).toEqual([
      ['', 'text', ['A', 'B']],
      ['mean', 'number', [1, 2]],
    ]);
  });

  it.each([
    [() => 1, 'result is function, neither number, text, date nor table.'],
    [Symbol('x'), 'result is symbol, neither'],
    [new Odd(), 'result is Odd, neither'],
    [Promise.resolve(1), 'result is Promise, neither'],
    [{ odd: new Odd(), one: 1 }, 'result["odd"] is Odd, neither'],
    [[1, new Odd()], 'result holds an item that is Odd, neither'],
    [[{ odd: new Odd() }], 'The column "odd" of result holds what is Odd, neither'],
    [Infinity, 'result is infinite.'],
    [{ x: [1, -Infinity] }, 'The column "x" of result is infinite.'],
    ['x'.repeat(3000), 'result is a text of 3,000 characters, cut off.'],
    [Array(5000).fill('x'), 'result has 5,000 rows; 1,000 of them are kept.'],
    [Array(2000).fill('x'.repeat(1900)), 'result is too long; only its beginning is kept.'],
    [[Array(60).fill(1)], 'result has 60 columns; the first 50 are kept.'],
  ])('is named where it cannot be shown: %#', (value, message) => {
    expect(read(value).error).toContain(message);
  });

  it('is sampled evenly where it is one series, and cut otherwise', () => {
    const many = Array.from({ length: 5105 }, (_, index) => index);
    expect(tableIn(many).columns[0]?.values.at(-1)).toBe(5104);
    const dated = tableIn({ time: many.map((row) => january + row), many });
    expect(dated.columns.map(({ values }) => values.at(-1))).toEqual([january + 5104, 5104]);
    expect(tableIn({ many, again: many }).columns[0]?.values.at(-1)).toBe(999);
  });

  it('never throws, whatever it is', () => {
    const own: Record<string, unknown> = {};
    own['own'] = own;
    expect(read(own).error).toContain('neither number');
    const thrower: object = new Proxy({}, { ownKeys: () => Reflect.ownKeys(thrower) });
    const getter = Object.defineProperty({}, 'x', {
      enumerable: true,
      get() {
        throw new Error('no');
      },
    });
    for (const value of [thrower, getter, new Proxy([], { get: () => thrower })]) {
      expect(read(value)).toEqual({ result: null, error: 'result cannot be read.' });
    }
  });
});
