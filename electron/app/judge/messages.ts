import type { Policy } from '../../../shared/validation/policy.ts';
import type { Assessment, Language } from '../../../shared/validation/types.ts';

/** One text to judge, as the judging thread gets it. */
export interface JudgeRequest {
  readonly id: number;
  readonly source: string;
  readonly language: Language;
  readonly policy: Policy;
}

/** Sent when nothing is to be judged yet: the time until then is used to get faster. */
export const practise = 'practise';

/** Sent last: the thread finishes what it has begun and ends. */
export const leave = 'leave';

export type JudgeReply =
  | { readonly ready: true }
  | {
      readonly ready?: undefined;
      readonly id: number;
      /** Of the text that the thread has judged, by its own reckoning. */
      readonly sourceHash: string;
      readonly assessment: Assessment;
    };
