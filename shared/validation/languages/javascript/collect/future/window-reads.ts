import type { FutureRead } from '../../../../facts.ts';
import type { AnyNode, NodeOf } from '../../node.ts';
import { endRead } from './end-reads.ts';
import { placedRead } from './indexed-reads.ts';
import { isAboveZero, isBelowZero, number } from './linear.ts';
import type { Market } from './market.ts';
import type { Series } from './provenance.ts';
import { distanceAfter, moved, type Range } from './range-value.ts';
import { isJudged } from './walks.ts';

type How = FutureRead['how'] | undefined;

/** `closes.at(i + 1)`, `closes.slice(i, i + 5)`, `[...closes].pop()`: a part of a series. */
export function windowRead(
  market: Market,
  node: NodeOf<'CallExpression'>,
  series: Series,
  method: string,
): How {
  const [first, second] = node.arguments;
  switch (method) {
    case 'at':
    case 'with': {
      if (first === undefined) return undefined;
      const range = market.range(first);
      if (range.base !== undefined) return placedRead(market, node, range, series);
      return isBelowZero(range.low) ? endRead(market, node, series) : undefined;
    }
    case 'pop':
      return isCopied(node) ? endRead(market, node, series) : undefined;
    case 'slice':
    case 'subarray':
      return first === undefined ? undefined : sliceRead(market, node, series, first, second);
    default:
      return undefined;
  }
}

/** `[...closes].pop()`: to pop from the list itself shortens it. */
const isCopied = ({ callee }: NodeOf<'CallExpression'>): boolean =>
  callee.type === 'MemberExpression' &&
  (callee.object.type === 'ArrayExpression' || callee.object.type === 'CallExpression');

/** A slice ends before its second place: `i + 1` is the current bar still, `i + 2` is not. */
function sliceRead(
  market: Market,
  node: AnyNode,
  series: Series,
  start: AnyNode,
  end: AnyNode | undefined,
): How {
  const from = market.range(start);
  if (end === undefined && from.base === undefined) {
    return isBelowZero(from.low) ? endRead(market, node, series) : undefined;
  }
  if (series.isReordered) return undefined;
  const range = end === undefined ? from : lastOf(market.range(end));
  const { base } = range;
  if (base === undefined) return undefined;
  const reachesPast = end === undefined || isAboveZero(distanceAfter(range, series.shift));
  if (!reachesPast) return undefined;
  if (series.isVague) {
    const isCounted = series.isTable ? base.kind === 'current' : isBelowZero(from.low);
    if (!isCounted) return undefined;
  }
  // A window from the counter on is judged at its end; one around it, or after it, is not.
  if (base.kind === 'loop' && isBelowZero(from.low)) return 'centred window';
  if (base.kind === 'loop' && !isAboveZero(from.low)) return undefined;
  return isJudged(market, node, range) ? 'centred window' : undefined;
}

const lastOf = (end: Range): Range => moved(end, number(-1));
