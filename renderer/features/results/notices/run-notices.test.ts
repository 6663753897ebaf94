import { describe, expect, it } from 'vitest';
import type { Badges, RunRecord } from '../../../../shared/contract/models/run.ts';
import { testBadges, testRecord } from '../../../../shared/contract/testing/test-record.ts';
import { runNotices } from './run-notices.ts';

const idsOf = (changes: Partial<RunRecord>) => runNotices(testRecord(changes)).map(({ id }) => id);
const badges = (changes: Partial<Badges>): Badges => ({ ...testBadges, ...changes });
const finding = (family: 'look-ahead' | 'determinism' | 'security') => ({
  ruleId: 'negative-shift',
  family,
  severity: 'warning' as const,
  points: 0,
  message: 'reads a later bar',
  fix: 'read an earlier one',
  line: 3,
  column: 5,
  endLine: 3,
  endColumn: 9,
});
const { assessment } = testRecord();

describe('runNotices', () => {
  it('is silent about a clean run in a container', () => {
    expect(idsOf({})).toEqual([]);
  });

  it('says plainly that the embedded sandbox was used, and why', () => {
    const [notice] = runNotices(
      testRecord({ sandbox: { kind: 'embedded', reason: 'No container engine answers.' } }),
    );
    expect(notice).toMatchObject({ tone: 'medium', text: 'No container engine answers.' });
    expect(notice?.title).toContain('Embedded sandbox');
  });

  it('puts broken promises first', () => {
    const ids = idsOf({
      sandbox: { kind: 'embedded', reason: 'x' },
      badges: badges({
        reproducible: { state: 'failed', detail: 'x' },
        noLookAhead: { state: 'failed', detail: 'x' },
        verified: { state: 'unknown', detail: 'x' },
      }),
    });
    expect(ids).toEqual(['look-ahead', 'reproducible', 'unverified', 'embedded']);
  });

  it('lists look-ahead and determinism findings, not security ones', () => {
    const findings = [finding('security'), finding('determinism'), finding('look-ahead')];
    const [notice] = runNotices(testRecord({ assessment: { ...assessment, findings } }));
    expect(notice?.title).toBe('Doubts about look-ahead and repeatability');
    expect(notice?.findings).toHaveLength(2);
  });

  it('repeats why a person accepted the findings', () => {
    const { manifest } = testRecord();
    const acceptance = { sourceHash: 'a'.repeat(64), reason: 'I wrote it myself' };
    const [notice] = runNotices(testRecord({ manifest: { ...manifest, acceptance } }));
    expect(notice?.text).toBe('“I wrote it myself”');
  });
});
