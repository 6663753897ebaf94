import type { FutureRead } from '../../../facts.ts';
import type { Evaluator } from '../evaluate.ts';
import { placeOf, type AnyNode, type NodeOf } from '../node.ts';
import type { Survey } from '../survey.ts';
import { decisionAround, isDecisive, knowsItsBar } from './future/decisions.ts';
import { fillsBackwards, methodRead } from './future/method-reads.ts';
import { isLater, positionOf } from './future/position.ts';
import { isOwnList, marketSeries } from './future/series.ts';
import { usageOf } from './usage.ts';

/** Reads of bars that lie after the one that is judged. */
export function collectFutureReads(survey: Survey, evaluator: Evaluator): FutureRead[] {
  const reads: FutureRead[] = [];
  const add = (how: FutureRead['how'] | undefined, series: string, node: AnyNode): void => {
    if (how !== undefined) reads.push({ how, series, place: placeOf(node) });
  };
  for (const node of survey.ofType('MemberExpression')) {
    if (node.object.type === 'Super') continue;
    if (node.computed) add(indexedRead(evaluator, node), nameOf(node.object), node);
    else add(foretold(evaluator, node), nameOf(node.object), node);
  }
  for (const node of survey.ofType('CallExpression')) {
    const read = methodRead(evaluator, node);
    if (read !== undefined) reads.push(read);
  }
  return reads;
}

/** `bars[i + 1]`, `this.data.close[this.barIndex + 1]`, `bars[bars.length - 1]`. */
function indexedRead(
  evaluator: Evaluator,
  node: NodeOf<'MemberExpression'>,
): FutureRead['how'] | undefined {
  if (usageOf(node) === 'write') return undefined;
  const position = positionOf(evaluator, node.property);
  if (isFutureParameter(evaluator, node)) return 'later bar';
  if (position === undefined) return lastBar(evaluator, node);
  if (!isLater(position)) return undefined;
  const series = marketSeries(evaluator, node.object);
  const isBarIndex = node.property.type !== 'Identifier' && mentionsBarIndex(node.property);
  if (series === undefined && (!isBarIndex || isOwnList(evaluator, node.object))) return undefined;
  if (fillsBackwards(node)) return 'back-fill';
  return position.from === 'current' || isDecisive(node) ? 'later bar' : undefined;
}

/** `this.barIndex + 1` and `bar.index + 1` are places in the run's own data, whatever the list is called. */
function mentionsBarIndex(node: AnyNode): boolean {
  if (node.type === 'BinaryExpression')
    return mentionsBarIndex(node.left) || mentionsBarIndex(node.right);
  return (
    node.type === 'MemberExpression' &&
    node.property.type === 'Identifier' &&
    /^(?:barIndex|index)$/.test(node.property.name)
  );
}

/** `bars[bars.length - 1]` where the current bar's place is given as well: the run's last bar. */
function lastBar(
  evaluator: Evaluator,
  { object, property }: NodeOf<'MemberExpression'>,
): FutureRead['how'] | undefined {
  if (property.type !== 'BinaryExpression' || property.operator !== '-') return undefined;
  const { left } = property;
  const isLength =
    left.type === 'MemberExpression' &&
    left.property.type === 'Identifier' &&
    left.property.name === 'length';
  if (!isLength || !knowsItsBar(property)) return undefined;
  return marketSeries(evaluator, object) === undefined ? undefined : 'last bar';
}

const futureNames =
  /^(?:next|future|tomorrow|following)_?(?:bars?|candle|close|open|high|low|prices?|returns?)$/i;

/** `future[0]`, where a function is given what is still to come. */
function isFutureParameter(evaluator: Evaluator, { object }: NodeOf<'MemberExpression'>): boolean {
  if (
    object.type !== 'Identifier' ||
    !/^future_?(?:bars|closes|prices|data|candles)?$/i.test(object.name)
  ) {
    return false;
  }
  return evaluator.scopes.variableOf(object)?.defs[0]?.type === 'Parameter';
}

/** `bar.nextClose`, `this.futureReturn`: a name that says what it is, on data that came from outside. */
function foretold(
  evaluator: Evaluator,
  node: NodeOf<'MemberExpression'>,
): FutureRead['how'] | undefined {
  const { property, object } = node;
  if (property.type !== 'Identifier' || !futureNames.test(property.name)) return undefined;
  if (usageOf(node) === 'write' || usageOf(node) === 'call') return undefined;
  if (object.type === 'ThisExpression' || decisionAround(node) === undefined) return undefined;
  const isUnknown = evaluator.evaluate(object).every(({ kind }) => kind === 'unknown');
  return isUnknown ? 'later bar' : undefined;
}

function nameOf(node: AnyNode): string {
  if (node.type === 'Identifier') return node.name;
  if (node.type === 'ThisExpression') return 'this';
  return node.type === 'MemberExpression' && node.property.type === 'Identifier'
    ? node.property.name
    : 'the series';
}
