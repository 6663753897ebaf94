import { create } from 'zustand';
import type { CheckedSource } from '../../../shared/contract/models/validation.ts';
import type { Language } from '../../../shared/validation/types.ts';
import { asAppError, call } from '../../api.ts';
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
  /** Judges the text, or after what is being judged the newest one: nobody waits for a pause. */
  readonly check: (document: CheckedDocument) => void;
  /** Judges the text now, for a run. @throws {AppError} if it cannot be judged. */
  readonly checkNow: (document: CheckedDocument) => Promise<CheckedSource>;
}

export const useProblemsStore = create<ProblemsStore>()((set, get) => {
  const judge = async ({ id, text, language }: CheckedDocument) => {
    set((state) => checkStarted(state, id));
    const { sequence } = get();
    try {
      const assessment = await call('validation.check', { source: text, language });
      set((state) => checkAnswered(state, sequence, assessment, text));
      return assessment;
    } catch (error) {
      const failure = asAppError(error);
      set((state) => checkFailed(state, sequence, failure.toShape()));
      throw failure;
    }
  };

  let underWay = false;
  let newest: CheckedDocument | undefined;
  /** One text is judged at a time, and then only the newest: those between are never sent. */
  const judgeNewest = async (document: CheckedDocument) => {
    newest = document;
    if (underWay) return;
    underWay = true;
    while (newest !== undefined) {
      const next: CheckedDocument = newest;
      newest = undefined;
      // The failure is shown from the state; there is nobody else to tell.
      await judge(next).catch(() => undefined);
    }
    underWay = false;
  };
  return {
    ...initialProblemsState,
    check: (document) => void judgeNewest(document),
    checkNow: judge,
  };
});
