import { describe, expect, it } from 'vitest';
import type { Badges, RunRecord } from '../../../../shared/contract/models/run.ts';
import {
  testBadges,
  testRecord,
  testTrades,
} from '../../../../shared/contract/testing/test-record.ts';
import { runNotices } from './run-notices.ts';

/** A run whose trades are all closed. */
const closed = testTrades(40).slice(0, 39);
const noticesOf = (changes: Partial<RunRecord>) =>
  runNotices(testRecord({ trades: closed, ...changes }));
const idsOf = (changes: Partial<RunRecord>) => noticesOf(changes).map(({ id }) => id);
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

  it('says of a run with network that it is neither isolated nor reproducible', () => {
    const { manifest } = testRecord();
    const limits = { ...manifest.limits, network: 'bridge' as const };
    const isolated = { state: 'failed', detail: 'x' } as const;
    const notices = noticesOf({
      manifest: { ...manifest, limits },
      badges: badges({ isolated }),
    });
    expect(notices).toMatchObject([{ id: 'network', tone: 'medium' }]);
    expect(notices[0]?.title).toContain('not isolated, not reproducible');
    expect(idsOf({ badges: badges({ isolated }) })).toEqual(['isolated']);
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
    const [notice] = noticesOf({ assessment: { ...assessment, findings } });
    expect(notice?.title).toBe('Doubts about look-ahead and repeatability');
    expect(notice?.findings).toHaveLength(2);
  });

  it('says what of a result could not be read', () => {
    expect(noticesOf({ extractionError: 'result["model"] is a RandomForest' })).toMatchObject([
      { id: 'extraction', tone: 'medium', text: 'result["model"] is a RandomForest' },
    ]);
  });

  it('repeats why a person accepted the findings', () => {
    const { manifest } = testRecord();
    const acceptance = {
      sourceHash: 'a'.repeat(64),
      policyHash: 'f'.repeat(64),
      reason: 'I wrote it myself',
      acceptedAt: 0,
      findings: [],
    };
    const [notice] = noticesOf({ manifest: { ...manifest, acceptance } });
    expect(notice?.text).toBe('“I wrote it myself”');
  });

  it('counts margin calls by their bars, not by the positions that they closed', () => {
    const event = {
      time: null,
      decisionBar: 3,
      order: 1,
      symbol: 'A',
      reason: 'margin-call',
      message: '',
    } as const;
    const events = [3, 3, 9].map((bar) => ({ ...event, bar }));
    expect(noticesOf({ events, eventCount: 3 })).toMatchObject([
      { tone: 'critical', title: '2 margin calls' },
    ]);
    expect(noticesOf({ events, eventCount: 2000 })[0]?.title).toBe('At least 2 margin calls');
  });

  it('tells of bars without a price, of assumed trades and of open ones', () => {
    const { account } = testRecord();
    const trades = testTrades(5).map((trade, index) =>
      index === 0 ? { ...trade, assumed: true as const } : trade,
    );
    const notices = noticesOf({
      trades,
      account: account === null ? null : { ...account, staleBars: 12 },
    });
    expect(notices.map(({ id }) => id)).toEqual(['stale', 'assumed', 'open']);
    expect(notices[0]?.text).toContain('On 12 bars');
    expect(notices[1]?.title).toBe('1 of 5 trades assumed');
    expect(notices[1]?.text).toContain('Load shorter bars');
    expect(notices[2]?.title).toBe('1 trade still open at the end');
  });
});
