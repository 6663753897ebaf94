import type { FutureRead } from '../../../../facts.ts';
import type { Evaluator } from '../../evaluate.ts';
import { isFunction, parentOf, placeOf, type AnyNode, type NodeOf } from '../../node.ts';
import { propertyKey } from '../../property-key.ts';
import { single } from '../../value.ts';
import { decisionAround, knowsItsBar } from './decisions.ts';
import { isLater, positionOf } from './position.ts';
import { isBarsName, marketSeries } from './series.ts';

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
      return windowRead(evaluator, first, second);
    case 'reverse':
    case 'toReversed':
      return 'reordered';
    case 'sort':
    case 'toSorted':
      return isBarsName(series) && comparesOutcome(first) ? 'reordered' : undefined;
    case 'find':
    case 'findIndex':
    case 'filter':
    case 'some':
      return looksForLater(first) ? 'later bar' : undefined;
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

/** `(a, b) => b.close - a.close`: by the outcome; by time is the order it has anyway. */
function comparesOutcome(comparator: AnyNode | undefined): boolean {
  if (comparator === undefined || !isFunction(comparator)) return false;
  const { body } = comparator;
  const returned =
    body.type === 'BlockStatement'
      ? body.body.find((part) => part.type === 'ReturnStatement')?.argument
      : body;
  if (returned?.type !== 'BinaryExpression' || returned.left.type !== 'MemberExpression')
    return false;
  const { property } = returned.left;
  return property.type === 'Identifier' && !/^(?:time|date|timestamp|index)$/.test(property.name);
}

/** `bars.find((b) => b.time > bar.time)`: the first bar after the current one. */
function looksForLater(predicate: AnyNode | undefined): boolean {
  if (predicate === undefined || !isFunction(predicate)) return false;
  const { body } = predicate;
  if (body.type !== 'BinaryExpression') return false;
  const { left, right, operator } = body;
  if (left.type !== 'MemberExpression' || right.type !== 'MemberExpression') return false;
  const [parameter] = predicate.params;
  if (parameter?.type !== 'Identifier' || left.object.type !== 'Identifier') return false;
  const [a, b] = [left.property, right.property];
  const isTime =
    a.type === 'Identifier' &&
    b.type === 'Identifier' &&
    a.name === b.name &&
    /^(?:time|date|timestamp|index)$/.test(a.name);
  if (!isTime) return false;
  return left.object.name === parameter.name ? operator.startsWith('>') : operator.startsWith('<');
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
  if (name === undefined || decisionAround(node) === undefined) return undefined;
  const isForAll =
    knowsItsBar(node) ||
    isReachedThroughThis(first) ||
    (isMember && isReachedThroughThis(callee.object));
  if (!isForAll) return undefined;
  if (isMember && name === 'reduce') return marketSeries(evaluator, callee.object);
  if (!statistics.test(name) || first === undefined) return undefined;
  return marketSeries(evaluator, first.type === 'SpreadElement' ? first.argument : first);
}

function isReachedThroughThis(node: AnyNode | undefined): boolean {
  let current = node?.type === 'SpreadElement' ? node.argument : node;
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
