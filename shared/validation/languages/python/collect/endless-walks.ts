import type { Loop } from '../../../facts.ts';
import type { PythonEvaluator } from '../evaluate.ts';
import { childOf, nameOf, namedOf, placeOf, type PythonNode } from '../node.ts';
import type { PythonSurvey } from '../survey.ts';
import { pathsIn } from '../value.ts';

const endless = /^itertools:(?:count|cycle|repeat)\(\)$/;

/** `iter(int, 1)`: what a type gives by itself is always the same. */
const alike = /^(?:int|float|complex|bool|str|bytes|list|tuple|dict|set|object)$/;

/** Calls that ask for everything at once. */
const gatherers = /^(?:list|tuple|set|frozenset|dict|sorted|sum|max|min|collections:deque)$/;
const mayGather = (callee: PythonNode): boolean =>
  callee.kind === 'identifier' || nameOf(childOf(callee, 'attribute') ?? callee) === 'deque';

const argumentsOf = (call: PythonNode): readonly PythonNode[] =>
  namedOf(childOf(call, 'arguments') ?? call);

/** Whether what is walked over never comes to an end. */
export function isWithoutEnd(walked: PythonNode, evaluator: PythonEvaluator): boolean {
  if (walked.kind !== 'call')
    return pathsIn(evaluator.valuesOf(walked)).some((path) => endless.test(path));
  const given = argumentsOf(walked);
  const callee = childOf(walked, 'function');
  const [first, end] = given;
  const paths = callee ? pathsIn(evaluator.valuesOf(callee)) : [];
  if (paths.includes('iter') && first && end)
    return pathsIn(evaluator.valuesOf(first)).some((path) => alike.test(path));
  if (paths.includes('itertools:repeat') && given.length > 1) return false;
  return pathsIn(evaluator.valuesOf(walked)).some((path) => endless.test(path));
}

/** Lists of all that something without end gives; a generator asks for one after the other. */
export function gathersWithoutEnd(survey: PythonSurvey, evaluator: PythonEvaluator): Loop[] {
  const walked = survey
    .ofKind('list_comprehension', 'set_comprehension', 'dictionary_comprehension')
    .flatMap((node) => namedOf(node).flatMap((part) => childOf(part, 'right') ?? []));
  const asked = survey.ofKind('call').flatMap((node) => {
    const callee = childOf(node, 'function');
    const [only, second] = callee && mayGather(callee) ? argumentsOf(node) : [];
    if (callee === undefined || only?.kind !== 'call' || second !== undefined) return [];
    return pathsIn(evaluator.valuesOf(callee)).some((path) => gatherers.test(path)) ? [only] : [];
  });
  return [...walked, ...asked]
    .filter((node) => isWithoutEnd(node, evaluator))
    .map((node) => ({ reason: 'what it gathers has no end', place: placeOf(node) }));
}
