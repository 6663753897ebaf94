import { describe, expect, it } from 'vitest';
import { testRecord } from '../testing/test-record.ts';
import { noPeriods } from './periods.ts';
import { runRecordSchema } from './run.ts';

describe('a record from before figures had groups and runs had periods', () => {
  it('is still read', () => {
    const { periods, metrics, ...rest } = testRecord();
    expect(periods).toEqual(noPeriods);
    const old = {
      ...rest,
      metrics: metrics.map(({ group, ...metric }) => (group ? metric : metric)),
    };
    const read = runRecordSchema.parse(old);
    expect(read.periods).toEqual(noPeriods);
    expect(new Set(read.metrics.map(({ group }) => group))).toEqual(new Set(['Other']));
  });
});
