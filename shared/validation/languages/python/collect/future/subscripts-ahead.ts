import type { FutureRead } from '../../../../facts.ts';
import type { PythonEvaluator } from '../../evaluate.ts';
import { childOf, childrenOf, nameOf, placeOf, type PythonNode } from '../../node.ts';
import type { PythonSurvey } from '../../survey.ts';
import { numberIn } from '../../value.ts';
import { isBlock } from './blocks.ts';
import { boundsIn, offsetOf } from './places.ts';
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
        ? sliced(node, key, owner, table, evaluator)
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
  const ahead = offsetOf(key, evaluator);
  if (ahead === undefined || ahead.by < 1) return undefined;
  if (table !== undefined) return 'later bar';
  // Of a plain list, the variable of a loop may stand anywhere.
  return !isLoopVariable(ahead.from, evaluator) && isMarket(owner, evaluator)
    ? 'later bar'
    : undefined;
}

function sliced(
  node: PythonNode,
  slice: PythonNode,
  owner: PythonNode,
  table: PythonNode | undefined,
  evaluator: PythonEvaluator,
): FutureRead['how'] | undefined {
  const [from, to, by] = boundsIn(slice);
  const step = by && numberIn(evaluator.valuesOf(by));
  if (step !== undefined && step < 0 && isMarket(table ?? owner, evaluator)) return 'reordered';
  if (step !== undefined) return undefined;
  const end = to && offsetOf(to, evaluator);
  const start = from && offsetOf(from, evaluator);
  const isPast =
    (end !== undefined && end.by > 1) || (start !== undefined && start.by > 0 && to === undefined);
  if (!isPast || isBlock(node, evaluator)) return undefined;
  if (table !== undefined) return 'centred window';
  const variable = end?.from ?? start?.from;
  const isFree = variable !== undefined && !isLoopVariable(variable, evaluator);
  return isFree && isMarket(owner, evaluator) ? 'centred window' : undefined;
}

function isLoopVariable(node: PythonNode, evaluator: PythonEvaluator): boolean {
  if (node.kind !== 'identifier') return false;
  const bindings = evaluator.variableOf(node)?.bindings ?? [];
  return bindings.some(({ source }) => source.how === 'element' || source.how === 'item');
}
