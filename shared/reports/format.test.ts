import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Metric } from '../contract/models/run.ts';
import { formatMetric, formatNumber, formatPercent, formatPrice } from './format.ts';

const metric = (unit: Metric['unit'], value: number | null) =>
  formatMetric({ id: 'id', label: '', formula: '', note: '', group: 'Return', unit, value });

describe('numbers in a report', () => {
  it.each([
    [metric('percent', 0.12345), '12.35%'],
    [metric('percent', -0.25), '−25.00%'],
    [metric('money', 1234.5), '1,234.50'],
    [metric('ratio', -0.001), '0.00'],
    [metric('count', 1234), '1,234'],
    [metric('count', 5.53), '5.5'],
    [metric('days', 1), '1 day'],
    [metric('days', 41.25), '41.3 days'],
    [metric('ratio', null), 'n/a'],
    [formatPrice(1083.799102), '1,083.80'],
    [formatPrice(1.23456), '1.2346'],
    [formatPrice(0.00001234), '0.00001234'],
    [formatNumber(-1e20), '−1.00e20'],
    [formatPercent(1e308), 'n/a'],
  ])('%s is %s', (text, expected) => {
    expect(text).toBe(expected);
  });

  it('never print what is not a figure', () => {
    fc.assert(
      fc.property(fc.double(), (value) => {
        for (const print of [formatNumber, formatPercent, formatPrice]) {
          expect(print(value)).toMatch(/^(n\/a|−?[\d,]+(\.\d+)?(e\d+)?%?)$/);
        }
      }),
    );
  });
});
