import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatCompactMoney,
  formatCount,
  formatMoney,
  formatNumber,
  formatPercent,
} from './format-number.ts';

const anyNumber = fc.oneof(fc.double(), fc.integer(), fc.constant(null), fc.constant(undefined));

describe('formatNumber', () => {
  it.each([
    [1234.5, {}, '1,234.5'],
    [1234.5, { minimumDigits: 2 }, '1,234.50'],
    [-3, {}, '−3'],
    [3, { signed: true }, '+3'],
    [0, { signed: true }, '0'],
    [-0.001, { minimumDigits: 2, signed: true }, '0.00'],
    [-1e20, {}, '−1.00e20'],
    [null, {}, 'n/a'],
    [NaN, {}, 'n/a'],
    [-Infinity, { signed: true }, 'n/a'],
  ])('prints %s with %o as %s', (value, style, text) => {
    expect(formatNumber(value, style)).toBe(text);
  });

  it('never prints what is not a figure', () => {
    fc.assert(
      fc.property(anyNumber, fc.boolean(), (value, signed) => {
        for (const print of [formatNumber, formatPercent, formatMoney]) {
          expect(print(value, { signed })).toMatch(/^(n\/a|[+−]?[\d,]+(\.\d+)?(e\d+)?%?)$/);
        }
        expect(formatCompactMoney(value)).toMatch(/^(n\/a|−?[\d,]+(\.\d+)?(e\d+)?[kMBT]?)$/);
      }),
    );
  });
});

describe('formatPercent', () => {
  it('multiplies a share by a hundred', () => {
    expect(formatPercent(0.12345)).toBe('12.35%');
    expect(formatPercent(-0.5, { signed: true })).toBe('−50.00%');
    expect(formatPercent(1e308)).toBe('n/a');
  });
});

describe('formatCompactMoney', () => {
  it.each([
    [950, '950'],
    [12_500, '12.5k'],
    [3_000_000, '3M'],
    [-1_250_000_000, '−1.25B'],
    [0, '0'],
  ])('prints %s as %s', (value, text) => {
    expect(formatCompactMoney(value)).toBe(text);
  });
});

describe('formatCount', () => {
  it('agrees in number', () => {
    expect(formatCount(1, 'trade')).toBe('1 trade');
    expect(formatCount(0, 'trade')).toBe('0 trades');
    expect(formatCount(5104, 'bar')).toBe('5,104 bars');
  });
});
