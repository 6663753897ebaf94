import type { FutureRead } from '../../../../facts.ts';
import type { PythonEvaluator } from '../../evaluate.ts';
import { bare, childOf, childrenOf, nameOf, placeOf, textOf, type PythonNode } from '../../node.ts';
import type { PythonSurvey } from '../../survey.ts';
import { numberIn, type Values } from '../../value.ts';
import { shortly } from './shortly.ts';
import { isInHandler } from './handlers.ts';
import { isMarket } from './market.ts';
import { meetsBars } from './meets-bars.ts';

/** Reads by place that lie after the current one, and tables turned round. */
export function subscriptsAhead(survey: PythonSurvey, evaluator: PythonEvaluator): FutureRead[] {
  return survey.ofKind('subscript').flatMap((node): FutureRead[] => {
    const owner = childOf(node, 'value');
    const [key] = childrenOf(node, 'subscript');
    if (owner === undefined || key === undefined || isWritten(node)) return [];
    const table = ofTable(owner);
    const how =
      key.kind === 'slice'
        ? sliced(key, owner, table, evaluator)
        : (placed(key, owner, table, evaluator) ?? last(node, key, owner, table, evaluator));
    return how === undefined
      ? []
      : [{ how, series: shortly(table ?? owner), place: placeOf(node) }];
  });
}

/** What is decided now may be kept under the next bar. */
const isWritten = ({ parent, field }: PythonNode): boolean =>
  field === 'left' && /^(?:assignment|augmented_assignment)$/.test(parent?.kind ?? '');

/** What `iloc`, `iat` and `values` belong to. */
function ofTable(owner: PythonNode): PythonNode | undefined {
  const name = owner.kind === 'attribute' ? childOf(owner, 'attribute') : undefined;
  return name && /^(?:iloc|iat)$/.test(nameOf(name)) ? childOf(owner, 'object') : undefined;
}

/** `close.iloc[-1]`, `close.values[-1]`, reckoned with bars before it. */
function last(
  node: PythonNode,
  key: PythonNode,
  owner: PythonNode,
  table: PythonNode | undefined,
  evaluator: PythonEvaluator,
): FutureRead['how'] | undefined {
  if (numberIn(evaluator.valuesOf(key)) !== -1 || isInHandler(node, evaluator)) return undefined;
  return isMarket(table ?? owner, evaluator) && meetsBars(node, evaluator) ? 'last bar' : undefined;
}

function placed(
  key: PythonNode,
  owner: PythonNode,
  table: PythonNode | undefined,
  evaluator: PythonEvaluator,
): FutureRead['how'] | undefined {
  const ahead = aheadOf(key, evaluator);
  if (ahead === undefined || ahead.by < 1) return undefined;
  if (table !== undefined) return 'later bar';
  // Of a plain list, the variable of a loop may stand anywhere.
  return !isLoopVariable(ahead.from, evaluator) && isMarket(owner, evaluator)
    ? 'later bar'
    : undefined;
}

function sliced(
  slice: PythonNode,
  owner: PythonNode,
  table: PythonNode | undefined,
  evaluator: PythonEvaluator,
): FutureRead['how'] | undefined {
  const bounds: (PythonNode | undefined)[] = [undefined, undefined, undefined];
  let at = 0;
  for (const part of slice.children) {
    if (part.kind === ':') at += 1;
    else if (part.isNamed) bounds[at] = part;
  }
  const [from, to, by] = bounds;
  const step = by && numberIn(evaluator.valuesOf(by));
  if (step !== undefined && step < 0 && isMarket(table ?? owner, evaluator)) return 'reordered';
  if (step !== undefined) return undefined;
  const end = to && aheadOf(to, evaluator);
  const start = from && aheadOf(from, evaluator);
  const isPast =
    (end !== undefined && end.by > 1) || (start !== undefined && start.by > 0 && to === undefined);
  if (!isPast) return undefined;
  if (table !== undefined) return 'centred window';
  const variable = end?.from ?? start?.from;
  const isFree = variable !== undefined && !isLoopVariable(variable, evaluator);
  return isFree && isMarket(owner, evaluator) ? 'centred window' : undefined;
}

/** `i + 2`: from which place, and how far on. */
function aheadOf(
  node: PythonNode,
  evaluator: PythonEvaluator,
): { from: PythonNode; by: number } | undefined {
  const at = writtenOut(bare(node), evaluator);
  if (at.kind !== 'binary_operator') return undefined;
  const sign = childOf(at, 'operator')?.kind;
  const [left, right] = [childOf(at, 'left'), childOf(at, 'right')];
  if (left === undefined || right === undefined || (sign !== '+' && sign !== '-')) return undefined;
  const [a, b] = [farthest(evaluator.valuesOf(left)), farthest(evaluator.valuesOf(right))];
  if (b !== undefined && isPlace(left)) return { from: left, by: sign === '+' ? b : -b };
  if (a !== undefined && sign === '+' && isPlace(right)) return { from: right, by: a };
  return undefined;
}

/** `j = i + 1`: the sum behind the name. */
function writtenOut(at: PythonNode, evaluator: PythonEvaluator): PythonNode {
  if (at.kind !== 'identifier') return at;
  const [binding, more] = evaluator.variableOf(at)?.bindings ?? [];
  const { source } = binding ?? {};
  return more === undefined && source?.how === 'value' ? bare(source.node) : at;
}

/** The greatest number that it can be. */
function farthest(values: Values): number | undefined {
  const numbers = values.flatMap((one) => (one.kind === 'number' ? (one.number ?? []) : []));
  return numbers.length === 0 ? undefined : Math.max(...numbers);
}

const isPlace = (node: PythonNode): boolean =>
  node.kind === 'identifier' ||
  node.kind === 'attribute' ||
  (node.kind === 'call' && /\.(?:get_loc|searchsorted|index)\(/.test(textOf(node)));

function isLoopVariable(node: PythonNode, evaluator: PythonEvaluator): boolean {
  if (node.kind !== 'identifier') return false;
  const bindings = evaluator.variableOf(node)?.bindings ?? [];
  return bindings.some(({ source }) => source.how === 'element' || source.how === 'item');
}
