import type { FutureRead } from '../../../facts.ts';
import type { PythonEvaluator } from '../evaluate.ts';
import type { PythonSurvey } from '../survey.ts';
import { callsAhead } from './future/calls-ahead.ts';
import { indexesMoved } from './future/moved.ts';
import { pairsAhead } from './future/pairs-ahead.ts';
import { subscriptsAhead } from './future/subscripts-ahead.ts';
import { wholeSeries } from './future/whole-series.ts';

/** Reads of market data that is not known yet when the strategy decides. */
export function collectFutureReads(survey: PythonSurvey, evaluator: PythonEvaluator): FutureRead[] {
  return [
    ...callsAhead(survey, evaluator),
    ...subscriptsAhead(survey, evaluator),
    ...pairsAhead(survey, evaluator),
    ...indexesMoved(survey, evaluator),
    ...wholeSeries(survey, evaluator),
  ];
}
