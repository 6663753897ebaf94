import { describe, expect, it } from 'vitest';
import type { RunError } from '../../../shared/contract/models/run.ts';
import { describeOutcome, outcomeOf } from './run-outcome.ts';
import { testBadges, testRecord } from '../../../shared/contract/testing/test-record.ts';

const error = (code: RunError['code']): RunError => ({ code, message: 'what', hint: 'next' });
const unverified = { ...testBadges, verified: { state: 'failed', detail: 'differs' } } as const;

describe('outcomeOf', () => {
  it('never calls a run done whose verification failed', () => {
    expect(outcomeOf(testRecord())).toBe('done');
    expect(outcomeOf(testRecord({ badges: unverified }))).toBe('mismatch');
    expect(outcomeOf(testRecord({ status: 'failed', error: error('replay-mismatch') }))).toBe(
      'mismatch',
    );
  });

  it('keeps the reason of a run that has no figures anyway', () => {
    const record = testRecord({
      status: 'failed',
      error: error('strategy-error'),
      badges: unverified,
    });
    expect(outcomeOf(record)).toBe('failed');
  });
});

describe('describeOutcome', () => {
  it('tells a review from a rejection', () => {
    const { assessment } = testRecord();
    const blocked = (decision: 'review' | 'reject') =>
      describeOutcome(
        testRecord({
          status: 'blocked',
          error: error('blocked'),
          assessment: { ...assessment, decision },
        }),
      );
    expect(blocked('review').title).toBe('Waiting for your review');
    expect(blocked('reject')).toEqual({
      title: 'Blocked by the policy',
      message: 'what',
      hint: 'next',
    });
  });

  it('calls a syntax error by its name, not a matter of policy', () => {
    const { assessment } = testRecord();
    const titleOf = (ruleId: string) => {
      const finding = { ruleId, family: 'syntax' } as (typeof assessment.findings)[number];
      const judged: typeof assessment = { ...assessment, decision: 'reject', findings: [finding] };
      const record = testRecord({ status: 'blocked', error: error('blocked'), assessment: judged });
      return describeOutcome(record).title;
    };
    expect(titleOf('syntax-error')).toBe('Syntax error');
    expect(titleOf('cannot-judge')).toBe('The code could not be judged');
  });

  it('always says what to do, even without an error', () => {
    const text = describeOutcome(testRecord({ status: 'failed', error: null }));
    expect([text.title, text.message, text.hint]).not.toContain('');
  });
});
