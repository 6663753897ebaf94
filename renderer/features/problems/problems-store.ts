import { create } from 'zustand';
import type { SourceAssessment } from '../../../shared/contract/models/validation.ts';
import type { Language } from '../../../shared/validation/types.ts';
import { asAppError, call } from '../../api.ts';
import { debounce } from '../../lib/debounce.ts';
import {
  checkAnswered,
  checkFailed,
  checkStarted,
  initialProblemsState,
  type ProblemsState,
} from './problems-state.ts';

export interface CheckedDocument {
  readonly id: string;
  readonly text: string;
  readonly language: Language;
}

interface ProblemsStore extends ProblemsState {
  /** Judges the text as soon as typing pauses; another strategy is judged at once. */
  readonly check: (document: CheckedDocument) => void;
  /** Judges the text now, for a run. @throws {AppError} if it cannot be judged. */
  readonly checkNow: (document: CheckedDocument) => Promise<SourceAssessment>;
}

const typingPause = 150;

export const useProblemsStore = create<ProblemsStore>()((set, get) => {
  const judge = async ({ id, text, language }: CheckedDocument) => {
    set((state) => checkStarted(state, id));
    const { sequence } = get();
    try {
      const assessment = await call('validation.check', { source: text, language });
      set((state) => checkAnswered(state, sequence, assessment));
      return assessment;
    } catch (error) {
      const failure = asAppError(error);
      set((state) => checkFailed(state, sequence, failure.toShape()));
      throw failure;
    }
  };
  // The failure is shown from the state; there is nobody else to tell.
  const judgeQuietly = (document: CheckedDocument) => void judge(document).catch(() => undefined);
  const judgeLater = debounce(judgeQuietly, typingPause);
  return {
    ...initialProblemsState,
    check(document) {
      judgeLater(document);
      if (document.id !== get().documentId) judgeLater.flush();
    },
    checkNow: judge,
  };
});
