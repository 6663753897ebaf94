import type { Variable } from '../../scopes/scope.ts';
import type { FutureRead } from '../../../../facts.ts';
import { isFunction, parentOf, type AnyNode, type NodeOf } from '../../node.ts';
import { decisionAround, hasIndexParameter } from './decisions.ts';
import type { Market } from './market.ts';
import { contains, initOf, measuredList, momentsAround } from './moment.ts';
import { isPastName } from './names.ts';
import type { Series } from './provenance.ts';
import { decides } from './walks.ts';

type How = FutureRead['how'] | undefined;

/** `bars[bars.length - 1]` where another bar is judged: the run's last bar. */
export function lastRead(market: Market, node: AnyNode, place: AnyNode, series: Series): How {
  const isFromEnd = place.type === 'BinaryExpression' && place.operator === '-';
  const index = isFromEnd ? place : initOf(market, place);
  if (index?.type !== 'BinaryExpression' || index.operator !== '-') return undefined;
  const list = measuredList(market, index.left);
  return list !== undefined && market.series(list)?.root === series.root
    ? endRead(market, node, series)
    : undefined;
}

/** The end of a series, by whatever way it was reached. */
export function endRead(market: Market, node: AnyNode, series: Series): How {
  if (series.isReordered || (series.isVague && series.isTable)) return undefined;
  return isSetAgainstBars(market, node, series) ? 'last bar' : undefined;
}

/** `sorted[middle]`: a quantile of the whole series. */
export function isOrderedFigure(
  market: Market,
  node: NodeOf<'MemberExpression'>,
  series: Series,
): boolean {
  return series.isReordered && !series.isVague && isSetAgainstBars(market, node, series);
}

/** Bars of a series are judged by a value that knows all of it. */
export const isSetAgainstBars = (market: Market, node: AnyNode, series: Series): boolean =>
  standsAtABar(market, node, series) || isHeldAgainstBars(market, node, series);

/** In a function or a loop that stands at one bar of this series, or has the run's data at hand. */
function standsAtABar(market: Market, node: AnyNode, series: Series): boolean {
  for (const moment of momentsAround(node)) {
    const walked = market.walked(moment);
    if (walked?.root !== series.root || isHeader(moment, node)) continue;
    if (decides(market, node)) return true;
  }
  return isForOneBar(market, node, series);
}

/** In a function that is called for one bar, where the series reaches beyond that bar. */
export function isForOneBar(market: Market, node: AnyNode, series: Series): boolean {
  if (series.isVague || isPastName(series.name)) return false;
  const owner = decisionAround(market, node);
  return owner !== undefined && (hasIndexParameter(owner) || series.isAtHand);
}

/** What a loop or a list method goes along is worked out once, before its first step. */
const isHeader = (moment: AnyNode, node: AnyNode): boolean =>
  moment.type === 'ForOfStatement' && moment.right.end >= node.end;

/** A figure that is given a name, or stands in an expression, and then meets each bar. */
export function isHeldAgainstBars(
  market: Market,
  node: AnyNode,
  series: Series,
  seen = new Set<Variable>(),
): boolean {
  return variablesGiven(market, node).some((variable) => {
    if (seen.has(variable) || seen.size > 20) return false;
    seen.add(variable);
    const reads = variable.references
      .filter((reference) => reference.isRead())
      .map(({ identifier }) => identifier);
    return reads.some(
      (use) =>
        isHeldAt(market, use, series, node) ||
        (series.isAtHand && isForOneBar(market, use, series)) ||
        // `mean = sum / n`, `z = { mean, deviation }`: on with the next name.
        isHeldAgainstBars(market, use, series, seen),
    );
  });
}

/** It decides something in a loop or a callback that goes along the series, other than where the figure is made. */
export function isHeldAt(market: Market, use: AnyNode, series: Series, made?: AnyNode): boolean {
  for (const moment of momentsAround(use)) {
    if (made !== undefined && contains(moment, made)) return false;
    if (market.walked(moment)?.root === series.root) return decides(market, use);
  }
  return false;
}

/** The names that the value of an expression goes into. */
function variablesGiven(market: Market, node: AnyNode): readonly Variable[] {
  for (let parent = parentOf(node); parent !== undefined; parent = parentOf(parent)) {
    if (isFunction(parent) || /Statement$/.test(parent.type)) return [];
    if (parent.type === 'VariableDeclarator') return market.evaluator.scopes.declaredBy(parent);
    if (parent.type === 'AssignmentExpression' && parent.left.type === 'Identifier') {
      const variable = market.evaluator.scopes.variableOf(parent.left);
      return variable ? [variable] : [];
    }
  }
  return [];
}
