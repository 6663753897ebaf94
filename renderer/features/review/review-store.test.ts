import { describe, expect, it } from 'vitest';
import type { SourceAssessment } from '../../../shared/contract/models/validation.ts';
import { askForReview, useReviewStore } from './review-store.ts';

const judged = (sourceHash: string) => ({ sourceHash }) as SourceAssessment;
const pending = () => useReviewStore.getState().pending;

describe('a review', () => {
  it('is asked for once while the text stays the same, and again for another text', async () => {
    const first = askForReview(judged('a'), 'text');
    useReviewStore.getState().answer({ sourceHash: 'a', reason: 'my own table' });
    expect(await first).toEqual({ sourceHash: 'a', reason: 'my own table' });

    expect(await askForReview(judged('a'), 'text')).toMatchObject({ sourceHash: 'a' });
    expect(pending()).toBeNull();

    const other = askForReview(judged('b'), 'other');
    expect(pending()?.text).toBe('other');
    useReviewStore.getState().answer(null);
    expect(await other).toBeNull();
  });

  it('that was not accepted is asked for again', async () => {
    const first = askForReview(judged('c'), 'text');
    useReviewStore.getState().answer(null);
    await first;
    void askForReview(judged('c'), 'text');
    expect(pending()?.assessment.sourceHash).toBe('c');
  });
});
