import { describe, expect, it } from 'vitest';
import { assess } from '../../../shared/validation/index.ts';
import { presets } from '../../../shared/validation/policy.ts';
import { findingsToRead, initialReviewState, isReadWhole, moved, ticked } from './review-state.ts';

describe('a review', () => {
  it('goes to the next finding that was not read, until all are', () => {
    let state = ticked(initialReviewState, 1, 3);
    expect(state.at).toBe(2);
    state = ticked(state, 2, 3);
    expect(state.at).toBe(0);
    expect(isReadWhole(state, 3)).toBe(false);
    state = ticked(state, 0, 3);
    expect(isReadWhole(state, 3)).toBe(true);
    expect(state.at).toBe(0);
  });

  it('lets a tick be taken back', () => {
    const state = ticked(ticked(initialReviewState, 0, 1), 0, 1);
    expect(isReadWhole(state, 1)).toBe(false);
  });

  it('moves within the list', () => {
    expect(moved(initialReviewState, -1, 2).at).toBe(0);
    expect(moved(moved(initialReviewState, 1, 2), 1, 2).at).toBe(1);
  });
});

describe('findingsToRead', () => {
  const assessment = assess('Math.random();\nwhile (true) {}\neval(x);', 'javascript');
  const idsOf = (policy: (typeof presets)['standard']) =>
    findingsToRead({ findings: [...assessment.findings] }, policy).map(({ ruleId }) => ruleId);

  it('are those that count, the gravest first', () => {
    expect(idsOf(presets.standard)).toEqual(['dangerous-eval', 'endless-loop']);
  });

  it('are also those of which the policy wants a review', () => {
    expect(idsOf(presets.strict)).toEqual(['dangerous-eval', 'endless-loop', 'unseeded-random']);
  });
});
