import { isFunction, parentOf, type AnyNode, type FunctionLike } from '../../node.ts';
import type { Market } from './market.ts';
import { isIndexName } from './names.ts';

/** Functions that are called for one bar, by the customs of strategy libraries. */
const barFunctions =
  /^(?:on_?(?:bars?|data|tick|candle|quote)|next|init|initialize|signals?|decide|step|handle_?(?:bar|data))$/i;

/** The nearest function around a node that judges one bar of a series. */
export function decisionAround(market: Market, node: AnyNode): FunctionLike | undefined {
  for (let current = parentOf(node); current !== undefined; current = parentOf(current)) {
    if (!isFunction(current) || isCalledByList(market, current)) continue;
    if (hasIndexParameter(current) || barFunctions.test(nameOf(current))) return current;
  }
  return undefined;
}

const isCalledByList = (market: Market, node: FunctionLike): boolean =>
  market.sites.of(node).some(({ walked }) => walked !== undefined);

/** True when a function receives the current bar's index beside the series. */
export const hasIndexParameter = (node: FunctionLike): boolean => node.params.some(isIndex);

function isIndex(parameter: AnyNode): boolean {
  if (parameter.type === 'AssignmentPattern') return isIndex(parameter.left);
  if (parameter.type === 'ObjectPattern') {
    return parameter.properties.some((part) => part.type === 'Property' && isIndex(part.value));
  }
  return parameter.type === 'Identifier' && isIndexName(parameter.name);
}

function nameOf(node: FunctionLike): string {
  const parent = parentOf(node);
  if (node.type === 'FunctionDeclaration') return node.id?.name ?? '';
  if (
    parent?.type === 'MethodDefinition' ||
    parent?.type === 'Property' ||
    parent?.type === 'PropertyDefinition'
  ) {
    return parent.key.type === 'Identifier' ? parent.key.name : '';
  }
  return parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier'
    ? parent.id.name
    : '';
}
