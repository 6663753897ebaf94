import type { FutureRead } from '../../../../facts.ts';
import { effectiveParent, parentOf, type AnyNode, type NodeOf } from '../../node.ts';
import { usageOf } from '../usage.ts';
import { memberName } from './member-name.ts';
import { distanceAfter, type Range } from './range-value.ts';
import { hasMirror, isHeldAgainstItself } from './mirror.ts';
import { isAboveZero, isBelowZero, isEndless } from './linear.ts';
import type { Market } from './market.ts';
import { isFutureName, isIndexMember } from './names.ts';
import { isOrderedFigure, lastRead } from './end-reads.ts';
import { meetsPrice } from './prices.ts';
import type { Series } from './provenance.ts';
import { isJudged } from './walks.ts';

type How = FutureRead['how'] | undefined;

/** `bars[i + 1]`, `this.data.close[this.barIndex + 1]`, `bars[bars.length - 1]`. */
export function indexedRead(market: Market, node: NodeOf<'MemberExpression'>): How {
  if (usageOf(node) === 'write' || node.object.type === 'Super') return undefined;
  const provenance = market.of(node.object);
  if (provenance === 'past') return undefined;
  const range = market.range(node.property);
  if (range.base === undefined) {
    if (isFutureParameter(market, node)) return 'later bar';
    if (provenance === undefined) return undefined;
    if (isOrderedFigure(market, node, provenance)) return 'whole series';
    return lastRead(market, node, node.property, provenance);
  }
  return placedRead(market, node, range, provenance);
}

/** A read at a place that is counted from the current bar. */
export function placedRead(
  market: Market,
  node: AnyNode,
  range: Range,
  series: Series | undefined,
): How {
  const { base } = range;
  if (base === undefined || series?.isReordered) return undefined;
  const distance = distanceAfter(range, series?.shift ?? none);
  const isNow = !isAboveZero(distance);
  if (isNow) {
    const foretells = series !== undefined && isFutureName(series.name) && base.kind !== 'loop';
    return foretells ? 'later bar' : undefined;
  }
  if (series === undefined) return isOfOwnBar(market, node) ? 'later bar' : undefined;
  if (series.isVague) return vagueRead(market, node, range, series);
  // `rows.map((row, i) => closes[start + i])` finds the place of a part in the whole.
  const isOfOther = base.kind === 'walk' && base.series?.root !== series.root;
  if (isOfOther && distance.constant <= 0) return undefined;
  if (fillsBackwards(node)) return 'back-fill';
  return isJudged(market, node, range) ? 'later bar' : undefined;
}

/** A later read of a list that may be anything: it must look like one of prices. */
function vagueRead(market: Market, node: AnyNode, range: Range, series: Series): How {
  const { base, low } = range;
  if (base === undefined) return undefined;
  if (series.isTable) {
    const isTold = isFutureName(series.name) || meetsPrice(market, node);
    return base.kind === 'current' && isTold ? 'later bar' : undefined;
  }
  const isCentred = isBelowZero(low) && !isEndless(low) && !isEndless(range.high);
  const isAround = isCentred || hasMirror(market, node, series);
  if (isAround) return isJudged(market, node, range) ? 'later bar' : undefined;
  const isLabel = base.kind === 'walk' && isHeldAgainstItself(market, node, series, base.owner);
  return isLabel && isJudged(market, node, range) ? 'later bar' : undefined;
}

const none: Series['shift'] = { constant: 0, terms: new Map() };

/** `list[this.barIndex + 1]` is a place in the run's own data, whatever the list is called. */
function isOfOwnBar(market: Market, node: AnyNode): boolean {
  return (
    node.type === 'MemberExpression' &&
    node.computed &&
    node.object.type !== 'Super' &&
    isOrMayBe(market, node) &&
    node.property.type !== 'Identifier' &&
    mentionsBarIndex(node.property)
  );
}

/** A table of the text by number, `{ 10: 0.5 }`, may be a plan; one of prices is none. */
function isOrMayBe(market: Market, node: NodeOf<'MemberExpression'>): boolean {
  const isTable = market.evaluator.evaluate(node.object).some(({ kind }) => kind === 'object');
  return !isTable || meetsPrice(market, node);
}

function mentionsBarIndex(node: AnyNode): boolean {
  if (node.type === 'BinaryExpression')
    return mentionsBarIndex(node.left) || mentionsBarIndex(node.right);
  return node.type === 'MemberExpression' && isIndexMember(memberName(node));
}

/** `future[0]`, where a function is given what is still to come. */
function isFutureParameter(market: Market, { object }: NodeOf<'MemberExpression'>): boolean {
  if (
    object.type !== 'Identifier' ||
    !/^future_?(?:bars|closes|prices|data|candles)?$/i.test(object.name)
  ) {
    return false;
  }
  return market.evaluator.scopes.variableOf(object)?.defs[0]?.type === 'Parameter';
}

/** `closes[i] = closes[i + 1]`, `closes[i] ??= …` and `price ?? prices[i + 1]`: a gap is filled from the future. */
export function fillsBackwards(node: AnyNode): boolean {
  const { parent, child } = effectiveParent(node);
  if (parent?.type === 'LogicalExpression') return parent.right === child && !isTested(parent);
  if (parent?.type === 'ConditionalExpression') return false;
  if (parent?.type !== 'AssignmentExpression' || parent.right !== child) return false;
  const { left } = parent;
  if (left.type !== 'MemberExpression' || node.type !== 'MemberExpression') return false;
  const [a, b] = [left.object, node.object];
  return a.type === 'Identifier' && b.type === 'Identifier' && a.name === b.name;
}

/** `a && bars[i + 1].close > x` asks, it does not fill. */
const isTested = (node: NodeOf<'LogicalExpression'>): boolean =>
  node.operator === '&&' || parentOf(node)?.type === 'IfStatement';
