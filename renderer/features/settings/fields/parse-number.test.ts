import { describe, expect, it } from 'vitest';
import { parseNumber } from './parse-number.ts';

const any = { minimum: -Infinity, maximum: Infinity, whole: false, scale: 1 };

describe('parseNumber', () => {
  it.each([
    ['100,000', 100_000],
    ['1 000 000', 1_000_000],
    [' 0.05 ', 0.05],
    ['.5', 0.5],
    ['1e3', 1000],
    ['-2', -2],
  ])('reads %j as %d', (text, value) => {
    expect(parseNumber(text, any)).toEqual({ ok: true, value });
  });

  it.each([
    '',
    'abc',
    '1,5',
    '0,025',
    '1,2345',
    ',5',
    '1,000,0',
    '0x10',
    'Infinity',
    '1e400',
    '1.2.3',
    '--1',
  ])('refuses %j', (text) => {
    expect(parseNumber(text, any).ok).toBe(false);
  });

  it('says what is wrong with one that is out of bounds', () => {
    const bounds = { ...any, minimum: 1, maximum: 3 };
    expect(parseNumber('1', bounds).ok).toBe(true);
    expect(parseNumber('4', bounds)).toMatchObject({ error: 'At most 3.' });
    const between = { ...bounds, exclusive: true };
    expect(parseNumber('1', between)).toMatchObject({ error: 'Above 1.' });
    expect(parseNumber('3', between)).toMatchObject({ error: 'Below 3.' });
    expect(parseNumber('2.5', { ...bounds, whole: true }).ok).toBe(false);
  });
});
