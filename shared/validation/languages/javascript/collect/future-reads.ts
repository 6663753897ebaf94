import type { FutureRead } from '../../../facts.ts';
import type { Evaluator } from '../evaluate.ts';
import type { Survey } from '../survey.ts';
export function collectFutureReads(survey: Survey, evaluator: Evaluator): FutureRead[] {
  void survey;
  void evaluator;
  return [];
}
