import type { PythonEvaluator } from '../../evaluate.ts';
import { bare, childOf, descendants, type PythonNode } from '../../node.ts';
import { comprehensions } from '../../scope.ts';
import { numberIn, pathsIn } from '../../value.ts';
import { positional } from './arguments.ts';
import { isMarket } from './market.ts';
import { writtenOut } from './places.ts';

/** A loop or a comprehension, by what it binds each time and what it walks over. */
export interface Round {
  readonly loop: PythonNode;
  readonly targets: PythonNode;
  readonly over: PythonNode;
}

/** The innermost loop around a name that binds it; undefined for any other name. */
export function roundOf(name: PythonNode, evaluator: PythonEvaluator): Round | undefined {
  if (name.kind !== 'identifier') return undefined;
  const bindings = evaluator.variableOf(name)?.bindings ?? [];
  const rounds = bindings.flatMap(({ at, source }) =>
    source.how === 'element' || source.how === 'item' ? (roundAround(at) ?? []) : [],
  );
  const around = rounds.filter(({ loop }) => loop.start <= name.start && name.end <= loop.end);
  return around.reduce<Round | undefined>(
    (inner, one) => (inner === undefined || one.loop.start > inner.loop.start ? one : inner),
    undefined,
  );
}

function roundAround(bound: PythonNode): Round | undefined {
  let at: PythonNode | undefined = bound;
  while (at !== undefined && at.kind !== 'for_statement' && at.kind !== 'for_in_clause')
    at = at.parent;
  const loop = at?.kind === 'for_in_clause' ? at.parent : at;
  const [targets, over] = at ? [childOf(at, 'left'), childOf(at, 'right')] : [];
  return loop && targets && over && { loop, targets, over };
}

export const isComprehension = ({ loop }: Round): boolean => comprehensions.has(loop.kind);

/** Whether a name is one of those that a loop binds each time. */
export function isTargetOf(
  { targets }: Round,
  name: PythonNode,
  evaluator: PythonEvaluator,
): boolean {
  const variable = name.kind === 'identifier' ? evaluator.variableOf(name) : undefined;
  if (variable === undefined) return false;
  return [...descendants(targets)].some(
    (one) => one.kind === 'identifier' && evaluator.variableOf(one) === variable,
  );
}

/** What `range` or `enumerate` is called with, where a loop walks over that. */
export function walkedBy(
  name: 'range' | 'enumerate',
  { over }: Round,
  evaluator: PythonEvaluator,
): readonly PythonNode[] | undefined {
  const at = bare(over);
  const callee = at.kind === 'call' ? childOf(at, 'function') : undefined;
  if (callee === undefined || !pathsIn(evaluator.valuesOf(callee)).includes(name)) return undefined;
  return positional(at);
}

/** Whether a loop has one round for each bar: `range(len(close))`, no bar left out. */
export function isOfAllBars(round: Round, evaluator: PythonEvaluator): boolean {
  const [counted] = walkedBy('enumerate', round, evaluator) ?? [];
  if (isMarket(counted ?? round.over, evaluator)) return true;
  const range = walkedBy('range', round, evaluator);
  if (range === undefined || range.length > 2) return false;
  const [from, to] = range.length === 1 ? [undefined, range[0]] : range;
  if (to === undefined || (from && numberIn(evaluator.valuesOf(from)) !== 0)) return false;
  const end = writtenOut(bare(to), evaluator);
  const callee = end.kind === 'call' ? childOf(end, 'function') : undefined;
  return callee !== undefined && pathsIn(evaluator.valuesOf(callee)).includes('len');
}
