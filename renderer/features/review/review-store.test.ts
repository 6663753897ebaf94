import { describe, expect, it } from 'vitest';
import type { SourceAssessment } from '../../../shared/contract/models/validation.ts';
import { askForReview, useReviewStore } from './review-store.ts';

const judged = (sourceHash: string) => ({ sourceHash }) as SourceAssessment;
const pending = () => useReviewStore.getState().pending;

describe('a review', () => {
  it('ends with what the person says', async () => {
    const first = askForReview(judged('a'), 'text');
    expect(pending()?.text).toBe('text');
    const acceptance = { sourceHash: 'a', policyHash: 'p', reason: 'my own table' };
    useReviewStore.getState().answer(acceptance);
    expect(await first).toEqual(acceptance);
    expect(pending()).toBeNull();
  });

  it('that was not accepted is asked for again', async () => {
    const first = askForReview(judged('c'), 'text');
    useReviewStore.getState().answer(null);
    expect(await first).toBeNull();
    void askForReview(judged('c'), 'text');
    expect(pending()?.assessment.sourceHash).toBe('c');
  });
});
