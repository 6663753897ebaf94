import { create } from 'zustand';
import type { Acceptance, SourceAssessment } from '../../../shared/contract/models/validation.ts';

/** What a person is asked to read. */
export interface PendingReview {
  readonly assessment: SourceAssessment;
  readonly text: string;
}

interface ReviewStore {
  readonly pending: PendingReview | null;
  readonly answer: (acceptance: Acceptance | null) => void;
}

export const useReviewStore = create<ReviewStore>()(() => ({
  pending: null,
  answer: () => undefined,
}));

/** Resolves with the person's acceptance of exactly this text, or with null if they do not accept. */
export function askForReview(
  assessment: SourceAssessment,
  text: string,
): Promise<Acceptance | null> {
  return new Promise((resolve) => {
    useReviewStore.setState({
      pending: { assessment, text },
      answer: (acceptance) => {
        useReviewStore.setState({ pending: null });
        resolve(acceptance);
      },
    });
  });
}
