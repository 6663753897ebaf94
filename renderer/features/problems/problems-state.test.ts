import { describe, expect, it } from 'vitest';
import type {
  CheckedSource,
  SourceAssessment,
} from '../../../shared/contract/models/validation.ts';
import { testRecord } from '../../../shared/contract/testing/test-record.ts';
import {
  checkAnswered,
  checkFailed,
  checkStarted,
  countFindings,
  unjudged,
  initialProblemsState,
  problemsOf,
} from './problems-state.ts';

const assessment = { findings: [] as SourceAssessment['findings'] } as CheckedSource;
const findingAt = (line: number, column: number): SourceAssessment['findings'][number] => ({
  ruleId: 'some-rule',
  family: 'look-ahead',
  severity: 'warning',
  points: 0,
  message: 'm',
  fix: 'f',
  line,
  column,
  endLine: line,
  endColumn: column + 1,
});

describe('checks', () => {
  it('count only when they are of the newest text', () => {
    const first = checkStarted(initialProblemsState, 'a');
    const second = checkStarted(first, 'a');
    expect(checkAnswered(second, first.sequence, assessment, 'old')).toBe(second);
    expect(checkAnswered(second, second.sequence, assessment, 'new').assessment).toBe(assessment);
    const failure = { code: 'internal', message: 'x', hint: '' } as const;
    expect(checkFailed(second, first.sequence, failure)).toBe(second);
  });

  it('keep the old judgement in view for the same strategy only', () => {
    const first = checkStarted(initialProblemsState, 'a');
    const judged = checkAnswered(first, first.sequence, assessment, 'text');
    expect(checkStarted(judged, 'a').assessment).toBe(assessment);
    expect(checkStarted(judged, 'b').assessment).toBeNull();
  });
});

describe('problemsOf', () => {
  const record = testRecord();
  const error = { code: 'strategy-error', message: 'x is undefined', hint: 'h', line: 9 } as const;
  const broken = { ...record, status: 'failed' as const, error, source: 'text' };

  it('lists findings in the order of the text', () => {
    const listed = problemsOf([findingAt(5, 1), findingAt(2, 9), findingAt(2, 3)], null, 'text');
    expect(listed.map(({ line, column }) => [line, column])).toEqual([
      [2, 3],
      [2, 9],
      [5, 1],
    ]);
  });

  it('begins with the error of the run, as long as the text is the one that ran', () => {
    expect(problemsOf([findingAt(5, 1)], broken, 'text')[0]).toMatchObject({
      source: 'run',
      line: 9,
      message: 'x is undefined',
    });
    expect(problemsOf([], broken, 'text, changed')).toEqual([]);
  });

  it('does not repeat what blocked a run', () => {
    expect(problemsOf([], { ...broken, status: 'blocked' }, 'text')).toEqual([]);
  });
});

describe('unjudged', () => {
  it('finds why a text has no score', () => {
    const unread = { ...findingAt(1, 1), family: 'syntax' as const };
    expect(unjudged([findingAt(2, 1), unread])).toBe(unread);
    expect(unjudged([findingAt(2, 1)])).toBeUndefined();
  });
});

describe('countFindings', () => {
  it('counts by severity and by family', () => {
    const error = { ...findingAt(1, 1), severity: 'error' as const, family: 'syntax' as const };
    expect(countFindings([error, findingAt(2, 1)])).toEqual({
      errors: 1,
      warnings: 1,
      lookAhead: 1,
    });
  });
});
