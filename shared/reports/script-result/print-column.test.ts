import { describe, expect, it } from 'vitest';
import type { ResultColumn } from '../../contract/models/script-result.ts';
import { headOf, noValue, printColumn } from './print-column.ts';
import { printAlone } from './print-number.ts';

const numbers = (values: (number | null)[], name = 'x'): readonly string[] =>
  printColumn({ name, kind: 'number', values }, false).text;
const times = (...values: (number | null)[]): readonly string[] =>
  printColumn({ name: 't', kind: 'time', values }, true).text;

describe('a column of numbers', () => {
  it.each([
    ['whole numbers', [1, 2500, -3], ['1', '2,500', '−3']],
    ['as many decimals as the values have', [1.5, 2.25, 3], ['1.50', '2.25', '3.00']],
    ['no more than the largest can use', [1234.56789, 0.123456], ['1,234.57', '0.12']],
    ['shares', [0.123456789, -0.04], ['0.12346', '−0.04000']],
    ['what has none', [null, 1], [noValue, '1']],
    ['huge ones', [1.5e21, 2], ['1.50e21', '2']],
    ['tiny ones that are not zero', [1e-12, 0, 3], ['1.00e−12', '0.00000', '3.00000']],
    ['a column of only tiny ones', [5e-9, 0, -1.25e-8], ['5.00e−9', '0', '−1.25e−8']],
    ['all empty', [null, null], [noValue, noValue]],
  ])('prints %s', (_, values, expected) => {
    expect(numbers(values)).toEqual(expected);
  });

  it('groups no years', () => {
    expect(numbers([1999, 2004], 'year')).toEqual(['1999', '2004']);
    expect(numbers([1999, 2004], 'profit')).toEqual(['1,999', '2,004']);
    expect(numbers([1999, 120_000], 'year')).toEqual(['1,999', '120,000']);
  });
});

describe('a column of times', () => {
  it('has a clock only where one of them needs it', () => {
    const midnight = Date.UTC(2020, 0, 2);
    expect(times(midnight, null)).toEqual(['2020-01-02', noValue]);
    expect(times(midnight, midnight + 3_600_000)).toEqual(['2020-01-02 00:00', '2020-01-02 01:00']);
    expect(times(midnight + 1000)).toEqual(['2020-01-02 00:00:01']);
    expect(times(midnight + 7)).toEqual(['2020-01-02 00:00:00.007']);
    expect(times(9e15)).toEqual(['n/a']);
  });
});

describe('a number that stands alone', () => {
  it.each([
    [0.1 + 0.2, '0.3'],
    [1_234_567.891, '1,234,567.89'],
    [-2, '−2'],
    [0, '0'],
    [3.21e-7, '3.21e−7'],
    [-6.02214e23, '−6.02214e23'],
    [123_456_789_012, '123,456,789,012'],
  ])('%d is %s', (value, text) => {
    expect(printAlone(value)).toBe(text);
  });
});

describe('a column’s head', () => {
  const column = (changes: Partial<ResultColumn>, isIndex = false) =>
    printColumn({ name: 'a', kind: 'text', values: ['b'], ...changes } as ResultColumn, isIndex);

  it('is there even without a name', () => {
    expect(headOf(column({ name: '' }, true))).toBe('index');
    expect(headOf(column({ name: '' }))).toBe('value');
    expect(headOf(column({ name: 'close' }, true))).toBe('close');
  });
});
