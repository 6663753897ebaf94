import type { FutureRead } from '../../../../facts.ts';
import type { PythonEvaluator } from '../../evaluate.ts';
import { childOf, childrenOf, nameOf, placeOf, type PythonNode } from '../../node.ts';
import type { PythonSurvey } from '../../survey.ts';
import { numberIn } from '../../value.ts';
import { isBlock } from './blocks.ts';
import { landingOf } from './landing.ts';
import { leadOf } from './leads.ts';
import { landingOfList, type Landing } from './padding.ts';
import { boundsIn, offsetOf, type Offset } from './places.ts';
import { roundOf } from './rounds.ts';
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
        : (placed(node, key, owner, table, evaluator) ?? last(node, key, owner, table, evaluator));
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
  node: PythonNode,
  key: PythonNode,
  owner: PythonNode,
  table: PythonNode | undefined,
  evaluator: PythonEvaluator,
): FutureRead['how'] | undefined {
  const ahead = offsetOf(key, evaluator);
  if (ahead === undefined || ahead.by < 1) return undefined;
  return isPutEarly(node, ahead, table, timesOf(owner) ?? owner, evaluator)
    ? 'later bar'
    : undefined;
}

/** Whose times `close.index` are. */
function timesOf(owner: PythonNode): PythonNode | undefined {
  const name = owner.kind === 'attribute' ? childOf(owner, 'attribute') : undefined;
  return name && nameOf(name) === 'index' ? childOf(owner, 'object') : undefined;
}

/** Whether a read so far on is put under an earlier bar, or, of a table, may be. */
function isPutEarly(
  node: PythonNode,
  { from, by }: Offset,
  table: PythonNode | undefined,
  owner: PythonNode,
  evaluator: PythonEvaluator,
): boolean {
  const round = roundOf(from, evaluator);
  const landing = (): Landing | undefined => {
    const own = round && leadOf(from, round, evaluator);
    return own && landingOf(node, round, own.by + by, evaluator);
  };
  if (table !== undefined) return landing() !== 'in time';
  // Of a plain list, the variable of a loop may stand anywhere.
  if (isLoopVariable(from, evaluator))
    return (
      round !== undefined &&
      isMarket(owner, evaluator) &&
      !isInHandler(node, evaluator) &&
      landing() === 'early'
    );
  return isMarket(owner, evaluator);
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
  // `np.append(close[1:], np.nan)`: each place holds what the next bar brought.
  const skipped = from && to === undefined ? numberIn(evaluator.valuesOf(from)) : undefined;
  if (skipped !== undefined && skipped > 0) {
    const isMoved =
      landingOfList(node, evaluator) === 'early' &&
      isMarket(table ?? owner, evaluator) &&
      !isInHandler(node, evaluator);
    return isMoved ? 'later bar' : undefined;
  }
  const isPast =
    (end !== undefined && end.by > 1) || (start !== undefined && start.by > 0 && to === undefined);
  if (!isPast || isBlock(node, evaluator)) return undefined;
  const last = end === undefined ? start : { from: end.from, by: end.by - 1 };
  return last !== undefined && isPutEarly(node, last, table, owner, evaluator)
    ? 'centred window'
    : undefined;
}

function isLoopVariable(node: PythonNode, evaluator: PythonEvaluator): boolean {
  if (node.kind !== 'identifier') return false;
  const bindings = evaluator.variableOf(node)?.bindings ?? [];
  return bindings.some(({ source }) => source.how === 'element' || source.how === 'item');
}
