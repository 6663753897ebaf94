import type { FutureRead } from '../../../../facts.ts';
import type { PythonEvaluator } from '../../evaluate.ts';
import {
  bare,
  childOf,
  descendants,
  nameOf,
  namedOf,
  placeOf,
  type PythonNode,
} from '../../node.ts';
import { argumentOf } from '../../passed.ts';
import type { PythonSurvey } from '../../survey.ts';
import { numberIn, pathsIn, textsIn } from '../../value.ts';
import { memberCall, positional } from './arguments.ts';
import { shortly } from './shortly.ts';
import { isMarket } from './market.ts';
import { isNegative } from './sign.ts';

/** A step of time that leads back: `'-1D'`, `pd.Timedelta(days=-1)`, `-BDay(1)`. */
export function isBackInTime(node: PythonNode | undefined, evaluator: PythonEvaluator): boolean {
  if (node === undefined) return false;
  const at = bare(node);
  if (textsIn(evaluator.valuesOf(at)).texts.some((text) => /^\s*-/.test(text))) return true;
  if (at.kind === 'unary_operator') return at.children[0]?.kind === '-';
  if (at.kind !== 'call') return false;
  return namedOf(childOf(at, 'arguments') ?? at).some((one) => {
    const number = numberIn(evaluator.valuesOf(childOf(one, 'value') ?? one));
    return number !== undefined && number < 0;
  });
}

/** `partial(close.shift, -1)`: the distance is passed ahead of the call. */
export function ofPartial(
  call: PythonNode,
  evaluator: PythonEvaluator,
): FutureRead['how'] | undefined {
  const [method, distance = argumentOf(call, 99, 'periods')] = positional(call);
  const name = method?.kind === 'attribute' ? childOf(method, 'attribute') : undefined;
  if (name === undefined || !/^(?:shift|diff|pct_change|bar_ago)$/.test(nameOf(name)))
    return undefined;
  return distance && isNegative(distance, evaluator) ? 'negative ago' : undefined;
}

/** `close.pipe(pd.Series.shift, -1)`. */
export function isPipedAhead(call: PythonNode, evaluator: PythonEvaluator): boolean {
  const [method, distance = argumentOf(call, 99, 'periods')] = positional(call);
  const paths = method ? pathsIn(evaluator.valuesOf(method)) : [];
  const isMove = paths.some((path) =>
    /^pandas:(?:Series|DataFrame)\.(?:shift|diff|pct_change)$/.test(path),
  );
  return isMove && distance !== undefined && isNegative(distance, evaluator);
}

/** `len(data)`, or the column itself, put into another order. */
export function isLengthOfMarket(node: PythonNode, evaluator: PythonEvaluator): boolean {
  const [of] = node.kind === 'call' ? positional(node) : [node];
  return of !== undefined && isMarket(of, evaluator);
}

/** `later.index = later.index - pd.Timedelta(days=1)`: what came later bears an earlier time. */
export function indexesMoved(survey: PythonSurvey, evaluator: PythonEvaluator): FutureRead[] {
  return survey.ofKind('assignment').flatMap((node): FutureRead[] => {
    const [target, value] = [childOf(node, 'left'), childOf(node, 'right')];
    const name = target?.kind === 'attribute' ? childOf(target, 'attribute') : undefined;
    const owner = target && childOf(target, 'object');
    if (!value || !owner || name === undefined || nameOf(name) !== 'index') return [];
    if (!isMarket(owner, evaluator) || !leadsBack(bare(value), evaluator)) return [];
    return [{ how: 'negative ago', series: shortly(owner), place: placeOf(node) }];
  });
}

/** `close.index - pd.offsets.BDay(1)`: times that lie before the ones they are made of. */
export function leadsBack(value: PythonNode, evaluator: PythonEvaluator): boolean {
  const isOfIndex = [...descendants(value)].some(
    (one) => one.kind === 'attribute' && nameOf(childOf(one, 'attribute') ?? one) === 'index',
  );
  if (!isOfIndex) return false;
  if (value.kind === 'binary_operator') {
    const sign = childOf(value, 'operator')?.kind;
    const isBack = isBackInTime(childOf(value, 'right'), evaluator);
    return (sign === '-' && !isBack) || (sign === '+' && isBack);
  }
  const member = memberCall(value, evaluator);
  const [distance] = positional(value);
  return member?.name === 'shift' && distance !== undefined && isNegative(distance, evaluator);
}
