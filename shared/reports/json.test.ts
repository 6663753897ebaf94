import { describe, expect, it } from 'vitest';
import { runRecordSchema } from '../contract/models/run.ts';
import { exampleRun } from './example-record.fixture.ts';
import { createReport } from './index.ts';

describe('the JSON report', () => {
  it('parses back to the record and every bar of the curve', () => {
    const { record, full } = exampleRun({
      source: '</script> \u2028 \u0000 ünï',
      scriptResult: { kind: 'value', value: '</script>' },
      extractionError: 'result.x is a function',
    });
    const [file, ...others] = createReport('json', { record, full });
    expect(others).toEqual([]);
    expect(file?.fileName).toBe('SMA-crossover.json');
    expect(file?.content.endsWith('}\n')).toBe(true);
    const parsed = JSON.parse(file?.content ?? '') as Record<string, unknown>;
    const { fullCurve, assumptions, ...rest } = parsed;
    expect(JSON.stringify(assumptions)).toContain('Commission is 0.05%');
    expect(rest).toEqual(record);
    expect(runRecordSchema.parse(rest)).toEqual(record);
    expect(fullCurve).toEqual({
      time: [...full.time],
      equity: [...full.equity],
      drawdown: [...full.drawdown],
      benchmark: [...full.benchmark],
    });
  });

  it('gives the same bytes whatever order the keys came in', () => {
    const { record, full } = exampleRun({}, 50);
    const reversed = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(reversed);
      if (typeof value !== 'object' || value === null) return value;
      const entries = Object.entries(value).reverse();
      return Object.fromEntries(entries.map(([key, inner]) => [key, reversed(inner)]));
    };
    const other = { record: runRecordSchema.parse(record), full };
    const turned = { record: reversed(record) as typeof record, full };
    expect(JSON.stringify(turned.record)).not.toBe(JSON.stringify(record));
    const [one, two, three] = [{ record, full }, other, turned].map(
      (input) => createReport('json', input)[0]?.content,
    );
    expect(two).toBe(one);
    expect(three).toBe(one);
    expect(one).toMatch(/^\{"account":\{"borrowFees":/);
  });
});
