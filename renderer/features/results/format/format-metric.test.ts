import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Metric } from '../../../../shared/contract/models/run.ts';
import { explainMetric, formatMetric, splitMetrics } from './format-metric.ts';

const metric = (changes: Partial<Metric>): Metric => ({
  id: 'total_return',
  label: 'Total return',
  group: 'Return',
  unit: 'percent',
  formula: 'last / first - 1',
  value: 0.25,
  note: '',
  ...changes,
});

describe('formatMetric', () => {
  it.each([
    [{ value: 0.25 }, '+25.00%', 'positive'],
    [{ value: -0.25 }, '−25.00%', 'negative'],
    [{ id: 'max_drawdown', value: -0.25 }, '−25.00%', 'neutral'],
    [{ id: 'sharpe_ratio', unit: 'ratio', value: 0.5 }, '0.50', 'neutral'],
    [{ id: 'final_equity', unit: 'money', value: 123456.789 }, '123,456.79', 'neutral'],
    [{ id: 'trade_count', unit: 'count', value: 1234 }, '1,234', 'neutral'],
    [{ id: 'average_holding', unit: 'days', value: 1 }, '1 day', 'neutral'],
    [{ id: 'average_holding', unit: 'days', value: 41.25 }, '41.3 days', 'neutral'],
  ] as const)('prints %o as %s', (changes, text, tone) => {
    expect(formatMetric(metric(changes))).toEqual({ text, tone, reason: '' });
  });

  it('gives the reason for a figure that does not exist', () => {
    const printed = formatMetric(metric({ value: null, note: 'no trades' }));
    expect(printed).toEqual({ text: 'n/a', reason: 'no trades', tone: 'neutral' });
    expect(formatMetric(metric({ value: null })).reason).not.toBe('');
  });

  it('never prints NaN, Infinity or undefined', () => {
    const units = fc.constantFrom<Metric['unit'][]>(
      'percent',
      'ratio',
      'money',
      'count',
      'days',
      'date',
    );
    const ids = fc.constantFrom('total_return', 'sharpe_ratio');
    fc.assert(
      fc.property(fc.double(), units, ids, (value, unit, id) => {
        const { text } = formatMetric(metric({ value, unit, id }));
        expect(text).not.toMatch(/NaN|Infinity|undefined|null/);
      }),
    );
  });
});

describe('explainMetric', () => {
  it('adds what was particular, but not the reason for a missing figure', () => {
    expect(explainMetric(metric({ note: '252 periods a year' }))).toBe(
      'last / first - 1 (252 periods a year)',
    );
    expect(explainMetric(metric({}))).toBe('last / first - 1');
    expect(explainMetric(metric({ value: null, note: 'no trades' }))).toBe('last / first - 1');
  });
});

describe('splitMetrics', () => {
  it('puts the primary figures in the fixed order and loses none', () => {
    const metrics = ['calmar_ratio', 'trade_count', 'total_return'].map((id) => metric({ id }));
    const { primary, rest } = splitMetrics(metrics);
    expect(primary.map(({ id }) => id)).toEqual(['total_return', 'trade_count']);
    expect(rest.map(({ id }) => id)).toEqual(['calmar_ratio']);
  });
});
