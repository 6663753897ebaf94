import type { Evaluator } from '../../evaluate.ts';
import { isFunction, parentOf, type AnyNode } from '../../node.ts';
import { resultOf } from './callbacks.ts';
import { marketSeries } from './series.ts';

/**
 * True when a figure of a whole series is then held against each of its elements: scaled or compared
 * with what came later. Squared distances, the way to a deviation, are not.
 */
export function scalesWholeSeries(evaluator: Evaluator, node: AnyNode, series: string): boolean {
  const name = nameGivenTo(node);
  const variable = name && evaluator.scopes.variableOf(name);
  if (!variable) return false;
  return variable.references.some((reference) => {
    if (!reference.isRead()) return false;
    return isHeldAgainst(evaluator, reference.identifier as unknown as AnyNode, series);
  });
}

function nameGivenTo(node: AnyNode): Extract<AnyNode, { type: 'Identifier' }> | undefined {
  let current = parentOf(node);
  while (current?.type === 'BinaryExpression' || current?.type === 'CallExpression') {
    current = parentOf(current);
  }
  if (current?.type !== 'VariableDeclarator') return undefined;
  return current.id.type === 'Identifier' ? current.id : undefined;
}

function isHeldAgainst(evaluator: Evaluator, node: AnyNode, series: string): boolean {
  let walker = parentOf(node);
  while (walker !== undefined && !isFunction(walker)) walker = parentOf(walker);
  const call = walker && parentOf(walker);
  if (walker === undefined || call?.type !== 'CallExpression') return false;
  const { callee } = call;
  if (callee.type !== 'MemberExpression' || callee.object.type === 'Super') return false;
  const { property } = callee;
  const walks =
    property.type === 'Identifier' && /^(?:map|filter|some|every|forEach)$/.test(property.name);
  if (!walks || marketSeries(evaluator, callee.object) !== series) return false;
  const result = resultOf(walker);
  if (result?.type === 'ConditionalExpression') return true;
  return result?.type === 'BinaryExpression' && /^(?:[<>]=?|\/)$/.test(result.operator);
}
