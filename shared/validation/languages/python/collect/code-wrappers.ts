import type { CodeWrapper } from '../../../facts.ts';
import type { PythonEvaluator } from '../evaluate.ts';
import { childOf, enclosing, namedOf, placeOf, type PythonNode } from '../node.ts';
import { functions } from '../scope.ts';
import type { PythonSurvey } from '../survey.ts';
import { pathsIn, textsIn } from '../value.ts';

const runners = /^(?:eval|exec|compile)$/;

/** Functions that hand what they are given to eval or exec, and lambdas around either. */
export function collectCodeWrappers(
  survey: PythonSurvey,
  evaluator: PythonEvaluator,
): CodeWrapper[] {
  const wrappers = new Set<PythonNode>();
  for (const call of survey.ofKind('call')) {
    const callee = childOf(call, 'function');
    const around = enclosing(call, functions);
    if (callee === undefined || around === undefined || wrappers.has(around)) continue;
    if (!pathsIn(evaluator.valuesOf(callee)).some((path) => runners.test(path))) continue;
    const [code] = namedOf(childOf(call, 'arguments') ?? call);
    const isOpen = code === undefined || !textsIn(evaluator.valuesOf(code)).isCertain;
    if (around.kind === 'lambda' || isOpen || evaluator.isAlias(callee)) wrappers.add(around);
  }
  return [...wrappers].map((node) => ({ place: placeOf(node) }));
}
