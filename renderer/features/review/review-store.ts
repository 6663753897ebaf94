import { create } from 'zustand';
import type { RunRequest } from '../../../shared/contract/models/run.ts';
import type { SourceAssessment } from '../../../shared/contract/models/validation.ts';

type Acceptance = NonNullable<RunRequest['acceptance']>;

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

/** What a person has accepted in this window, by the hash of the text. */
const accepted = new Map<string, Acceptance>();

/**
 * Resolves with the person's acceptance of exactly this text, or with null if they do not accept.
 * A text that was accepted is not asked about again until it changes.
 */
export function askForReview(
  assessment: SourceAssessment,
  text: string,
): Promise<Acceptance | null> {
  const earlier = accepted.get(assessment.sourceHash);
  if (earlier) return Promise.resolve(earlier);
  return new Promise((resolve) => {
    useReviewStore.setState({
      pending: { assessment, text },
      answer: (acceptance) => {
        useReviewStore.setState({ pending: null });
        if (acceptance) accepted.set(assessment.sourceHash, acceptance);
        resolve(acceptance);
      },
    });
  });
}
