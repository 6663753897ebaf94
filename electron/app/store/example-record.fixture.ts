import { randomUUID } from 'node:crypto';
import type { RunRecord } from '../../../shared/contract/models/run.ts';
import { testRecord, testSummary } from '../../../shared/contract/testing/test-record.ts';

/** A run of its own id, with text in it that a careless store would damage. */
export function exampleRecord(startedAt = 1_700_000_000_000): RunRecord {
  const name = 'SMA cross "2"; DROP TABLE runs';
  return testRecord({
    summary: { ...testSummary, runId: randomUUID(), name, startedAt },
    source: 'export default class {} // ünï\u0000code \u2028',
  });
}
