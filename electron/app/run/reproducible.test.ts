import { describe, expect, it } from 'vitest';
import { testRecord } from '../../../shared/contract/testing/test-record.ts';
import { reproducibleBadge } from './reproducible.ts';

const { manifest } = testRecord();
const doubt = [
  { family: 'look-ahead', line: 2 },
  { family: 'determinism', line: 7 },
] as const;

describe('the badge of a result that can be reproduced', () => {
  it('is not known at the first run with its inputs, or with others', () => {
    const other = { ...manifest, sourceHash: 'b'.repeat(64) };
    for (const earlier of [[], [other]]) {
      expect(reproducibleBadge(manifest, earlier, []).state).toBe('unknown');
    }
  });

  it('is passed after an earlier run with the same decisions, failed after one with others', () => {
    const different = { ...manifest, decisionsHash: 'c'.repeat(64) };
    expect(reproducibleBadge(manifest, [manifest], []).state).toBe('passed');
    expect(reproducibleBadge(manifest, [manifest, different], [])).toMatchObject({
      state: 'failed',
      detail: expect.stringContaining('1 of 2 earlier runs') as string,
    });
  });

  it('is failed where a script left another result', () => {
    const script = { ...manifest, resultHash: 'a'.repeat(64) };
    const other = { ...script, resultHash: 'b'.repeat(64) };
    expect(reproducibleBadge(script, [script], [])).toMatchObject({
      state: 'passed',
      detail: expect.stringContaining('the same result') as string,
    });
    expect(reproducibleBadge(script, [other], []).state).toBe('failed');
    // Of a run before results were kept nothing is known.
    expect(reproducibleBadge(script, [manifest], []).state).toBe('passed');
  });

  it('is not held against a run that was given other tables', () => {
    const given = { ...manifest, tables: [{ id: 'a', name: 'a', hash: 'a'.repeat(64) }] };
    const different = { ...given, decisionsHash: 'c'.repeat(64) };
    expect(reproducibleBadge(given, [manifest], []).state).toBe('unknown');
    expect(reproducibleBadge(given, [different], []).state).toBe('failed');
    expect(reproducibleBadge(manifest, [different], []).state).toBe('unknown');
  });

  it('is never passed with a network, and a run without one is not compared with it', () => {
    const withNetwork = { ...manifest, limits: { ...manifest.limits, network: 'bridge' as const } };
    expect(reproducibleBadge(withNetwork, [withNetwork], [])).toMatchObject({
      state: 'unknown',
      detail: expect.stringContaining('may depend on what it fetched') as string,
    });
    const different = { ...withNetwork, decisionsHash: 'c'.repeat(64) };
    expect(reproducibleBadge(withNetwork, [different], []).state).toBe('failed');
    expect(reproducibleBadge(manifest, [manifest, different], []).state).toBe('passed');
  });

  it('is not passed while the check sees chance in the text, and names the place', () => {
    expect(reproducibleBadge(manifest, [manifest], doubt)).toMatchObject({
      state: 'unknown',
      detail: expect.stringContaining('line 7') as string,
    });
    expect(reproducibleBadge(manifest, [], doubt).detail).toContain('line 7');
  });
});
