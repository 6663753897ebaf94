import { parentOf, type AnyNode, type NodeOf } from '../../node.ts';
import { isBelowZero } from './linear.ts';
import type { Market } from './market.ts';
import type { Series } from './provenance.ts';
import { nodesWithin } from './within.ts';

/** `(xs[i - 1] + xs[i] + xs[i + 1]) / 3`: the same sum reaches as far back as it reaches ahead. */
export function hasMirror(market: Market, node: AnyNode, series: Series): boolean {
  let sum = node;
  for (let parent = parentOf(sum); parent !== undefined; parent = parentOf(parent)) {
    const isPart = parent.type === 'BinaryExpression' && /^[-+*/]$/.test(parent.operator);
    if (!isPart && parent.type !== 'ParenthesizedExpression') break;
    sum = parent;
  }
  return sum !== node && readsIn(market, sum, series).some((one) => isBehind(market, one));
}

const isBehind = (market: Market, { property }: NodeOf<'MemberExpression'>): boolean => {
  const { base, high } = market.range(property);
  return base !== undefined && isBelowZero(high);
};

/** `xs[i + 1] > xs[i]`, `all[i + 1] < x`: two bars of one list decide which is better. */
export function isHeldAgainstItself(
  market: Market,
  node: AnyNode,
  series: Series,
  callback: AnyNode | undefined,
): boolean {
  const comparison = parentOf(node);
  if (comparison?.type !== 'BinaryExpression' || !/^[<>]=?$/.test(comparison.operator))
    return false;
  const other = comparison.left === node ? comparison.right : comparison.left;
  if (other.type === 'Identifier') return isElement(market, other, callback);
  return readsIn(market, other, series).length > 0;
}

/** What the list method hands to its callback. */
function isElement(
  market: Market,
  node: NodeOf<'Identifier'>,
  callback: AnyNode | undefined,
): boolean {
  const [definition] = market.evaluator.scopes.variableOf(node)?.defs ?? [];
  return definition?.type === 'Parameter' && definition.node === callback;
}

const readsIn = (market: Market, outer: AnyNode, series: Series) =>
  nodesWithin(market.survey.ofType('MemberExpression'), outer).filter(
    ({ object, computed }) =>
      computed && object.type !== 'Super' && market.series(object)?.root === series.root,
  );
