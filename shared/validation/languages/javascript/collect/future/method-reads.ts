import type { FutureRead } from '../../../../facts.ts';
import type { Evaluator } from '../../evaluate.ts';
import { parentOf, placeOf, type AnyNode, type NodeOf } from '../../node.ts';
import { propertyKey } from '../../property-key.ts';
import { single } from '../../value.ts';
import { decisionAround, knowsItsBar } from './decisions.ts';
import { comparesOutcome, looksForLater } from './callbacks.ts';
import { isLater, positionOf } from './position.ts';
import { isBarsName, isOwnList, marketSeries } from './series.ts';
import { scalesWholeSeries } from './whole-series.ts';

type Call = NodeOf<'CallExpression'>;

/** Looks back by a number of bars, so forward by a negative one. */
const looksBack = /^(?:barAgo|barsAgo|ago|shift|lag|offset|previous|prev|lookback)$/;
const statistics =
  /^(?:mean|average|avg|sum|max|min|maximum|minimum|median|std|stdev|stddev|deviation|variance|percentile|quantile|zscore|normali[sz]e|standardi[sz]e|scale|rank)$/i;

/** A call that reads bars after the one that is judged. */
export function methodRead(evaluator: Evaluator, node: Call): FutureRead | undefined {
  const { callee } = node;
  const read = (how: FutureRead['how'], series: string): FutureRead => ({
    how,
    series,
    place: placeOf(node),
  });
  const whole = wholeSeries(evaluator, node);
  if (whole !== undefined) return read('whole series', whole);
  if (callee.type !== 'MemberExpression' || callee.object.type === 'Super') return undefined;
  const [method = ''] = propertyKey(evaluator, callee);
  if (looksBack.test(method) && isNegative(evaluator, node.arguments[0])) {
    return read('negative ago', method);
  }
  if (/^(?:bfill|back_?fill|fill_?backwards?)$/i.test(method)) return read('back-fill', method);
  const searches = /^(?:find|findIndex|filter|some)$/.test(method);
  if (searches && !isOwnList(evaluator, callee.object)) {
    return looksForLater(evaluator, node.arguments[0]) ? read('later bar', method) : undefined;
  }
  const series = marketSeries(evaluator, callee.object);
  if (series === undefined) return undefined;
  const how = onSeries(evaluator, node, method, series);
  return how === undefined ? undefined : read(how, series);
}

function onSeries(
  evaluator: Evaluator,
  node: Call,
  method: string,
  series: string,
): FutureRead['how'] | undefined {
  const [first, second] = node.arguments;
  switch (method) {
    case 'at': {
      if (first === undefined) return undefined;
      if (isNegative(evaluator, first)) return knowsItsBar(node) ? 'last bar' : undefined;
      const position = positionOf(evaluator, first);
      return position !== undefined && isLater(position) ? 'later bar' : undefined;
    }
    case 'slice':
    case 'subarray':
      if (second === undefined && isNegative(evaluator, first)) {
        return knowsItsBar(node) ? 'last bar' : undefined;
      }
      return windowRead(evaluator, first, second);
    case 'reverse':
    case 'toReversed':
      return 'reordered';
    case 'sort':
    case 'toSorted':
      return isBarsName(series) && comparesOutcome(first) ? 'reordered' : undefined;
    default:
      return undefined;
  }
}

/** A slice ends before its second place: `i + 1` is the current bar still, `i + 2` is not. */
function windowRead(
  evaluator: Evaluator,
  start: AnyNode | undefined,
  end: AnyNode | undefined,
): FutureRead['how'] | undefined {
  if (end !== undefined) {
    const position = positionOf(evaluator, end);
    if (position?.from !== 'current') return undefined;
    return isLater({ ...position, distance: position.distance - (position.more ? 0 : 1) })
      ? 'centred window'
      : undefined;
  }
  const position = start && positionOf(evaluator, start);
  return position?.from === 'current' ? 'centred window' : undefined;
}

/** `Math.max(...closes)`, `mean(closes)`, `bars.reduce(…)` in a function that judges one bar. */
function wholeSeries(evaluator: Evaluator, node: Call): string | undefined {
  const { callee } = node;
  const [first] = node.arguments;
  const isMember = callee.type === 'MemberExpression' && callee.object.type !== 'Super';
  const name = isMember
    ? propertyKey(evaluator, callee)[0]
    : callee.type === 'Identifier'
      ? callee.name
      : '';
  if (name === undefined) return undefined;
  const isOfList = isMember && name === 'reduce';
  if (!isOfList && (!statistics.test(name) || first === undefined)) return undefined;
  const list = isOfList ? callee.object : first?.type === 'SpreadElement' ? first.argument : first;
  const series = list && marketSeries(evaluator, list);
  if (list === undefined || series === undefined) return undefined;
  const isForOneBar =
    decisionAround(node) !== undefined && (knowsItsBar(node) || isReachedThroughThis(list));
  return isForOneBar || scalesWholeSeries(evaluator, node, series) ? series : undefined;
}

function isReachedThroughThis(node: AnyNode): boolean {
  let current: AnyNode | undefined = node;
  while (current?.type === 'MemberExpression' && current.object.type !== 'Super')
    current = current.object;
  return current?.type === 'ThisExpression';
}

function isNegative(evaluator: Evaluator, node: AnyNode | undefined): boolean {
  if (node === undefined) return false;
  if (node.type === 'UnaryExpression' && node.operator === '-') return true;
  const value = single(evaluator.evaluate(node));
  return value?.kind === 'constant' && typeof value.value === 'number' && value.value < 0;
}

/** `closes[i] = closes[i + 1]` and `price ?? prices[i + 1]`: a gap is filled from the future. */
export function fillsBackwards(node: AnyNode): boolean {
  const parent = parentOf(node);
  if (parent?.type === 'LogicalExpression') return parent.right === node;
  if (parent?.type !== 'AssignmentExpression' || parent.right !== node) return false;
  const { left } = parent;
  if (left.type !== 'MemberExpression' || node.type !== 'MemberExpression') return false;
  const [a, b] = [left.object, node.object];
  return a.type === 'Identifier' && b.type === 'Identifier' && a.name === b.name;
}
