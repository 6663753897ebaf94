import type { SourceAssessment } from '../../../shared/contract/models/validation.ts';
import type { Policy } from '../../../shared/validation/policy.ts';
import type { Finding } from '../../../shared/validation/types.ts';

/** How far a person has come in a list of findings. */
export interface ReviewState {
  /** The finding that is shown. */
  readonly at: number;
  readonly read: ReadonlySet<number>;
}

export const initialReviewState: ReviewState = { at: 0, read: new Set() };

/** Ticked, or not any more; after a tick the next one that is not is shown. */
export function ticked(state: ReviewState, index: number, count: number): ReviewState {
  const read = new Set(state.read);
  if (read.delete(index)) return { at: index, read };
  read.add(index);
  const order = Array.from({ length: count }, (_, step) => (index + 1 + step) % count);
  return { at: order.find((one) => !read.has(one)) ?? index, read };
}

export function moved(state: ReviewState, step: 1 | -1, count: number): ReviewState {
  return { ...state, at: Math.min(count - 1, Math.max(0, state.at + step)) };
}

export function isReadWhole({ read }: ReviewState, count: number): boolean {
  return read.size === count;
}

/**
 * What has to be read, the gravest first: every finding that counts towards the score, and those for
 * which the policy itself wants a review. The others do not ask for a person's word.
 */
export function findingsToRead(
  { findings }: Pick<SourceAssessment, 'findings'>,
  { families }: Pick<Policy, 'families'>,
): readonly Finding[] {
  const asks = ({ family, points }: Finding) => {
    if (family === 'look-ahead' || family === 'determinism') return families[family] === 'review';
    return points > 0;
  };
  const asked = findings.filter(asks);
  const all = asked.length > 0 ? asked : findings;
  return all.toSorted((a, b) => b.points - a.points || a.line - b.line);
}
