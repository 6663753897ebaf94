import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { prepareContext } from '../context.ts';
import { inputOf } from '../example-input.fixture.ts';
import { metricDefinitions } from './index.ts';

describe('the metrics', () => {
  it('are one file each, named after the id', () => {
    const files = readdirSync(import.meta.dirname).filter(
      (name) => name !== 'index.ts' && !name.endsWith('.test.ts'),
    );
    const expected = metricDefinitions.map(({ id }) => `${id.replaceAll('_', '-')}.ts`);
    expect(new Set(expected).size).toBe(metricDefinitions.length);
    expect(files.sort()).toEqual(expected.sort());
  });

  it('begin with the figures an analyst looks for first', () => {
    expect(metricDefinitions.slice(0, 6).map(({ id }) => id)).toEqual([
      'total_return',
      'annual_return',
      'sharpe_ratio',
      'max_drawdown',
      'win_rate',
      'trade_count',
    ]);
  });
});

describe.each(metricDefinitions)('$id', ({ id, label, formula, source, examples, compute }) => {
  it('says what it is and where that comes from', () => {
    expect(id).toMatch(/^[a-z]+(_[a-z]+)*$/);
    for (const text of [label, formula, source]) expect(text.trim().length).toBeGreaterThan(3);
    expect(source).toMatch(/\((19|20)\d\d\)/);
    expect(examples.length).toBeGreaterThanOrEqual(2);
    expect(new Set(examples.map(({ value }) => value)).size).toBeGreaterThanOrEqual(2);
  });

  it.each(examples)('$arithmetic → $value', ({ given, value }) => {
    const found = compute(prepareContext(inputOf(given)));
    if (value === null) {
      expect(found.value).toBeNull();
      expect(found.note.length).toBeGreaterThan(5);
    } else {
      expect(found.value).toBeCloseTo(value, 12);
    }
  });
});
