import type { Evaluator } from '../../evaluate.ts';
import { isFunction, type AnyNode, type FunctionLike } from '../../node.ts';
import { positionOf } from './position.ts';

const timeNames = /^(?:time|date|timestamp|index|datetime)$/;

/** What a short function gives back. */
export function resultOf({ body }: FunctionLike): AnyNode | null | undefined {
  if (body.type !== 'BlockStatement') return body;
  return body.body.find((part) => part.type === 'ReturnStatement')?.argument;
}

/** `(a, b) => b.close - a.close`: by the outcome; by time is the order it has anyway. */
export function comparesOutcome(comparator: AnyNode | undefined): boolean {
  if (comparator === undefined || !isFunction(comparator)) return false;
  const result = resultOf(comparator);
  const compared = result?.type === 'ConditionalExpression' ? result.test : result;
  if (compared?.type !== 'BinaryExpression' || compared.left.type !== 'MemberExpression')
    return false;
  const { property } = compared.left;
  return property.type === 'Identifier' && !timeNames.test(property.name);
}

/** `bars.find((b) => b.time > bar.time)`, `bars.filter((b, k) => k > i)`: bars after the current one. */
export function looksForLater(evaluator: Evaluator, predicate: AnyNode | undefined): boolean {
  if (predicate === undefined || !isFunction(predicate)) return false;
  const result = resultOf(predicate);
  return result ? partsOf(result).some((part) => isLaterThan(evaluator, predicate, part)) : false;
}

const partsOf = (node: AnyNode): AnyNode[] =>
  node.type === 'LogicalExpression' && node.operator === '&&'
    ? [...partsOf(node.left), ...partsOf(node.right)]
    : [node];

function isLaterThan(evaluator: Evaluator, predicate: FunctionLike, node: AnyNode): boolean {
  if (node.type !== 'BinaryExpression' || !/^[<>]=?$/.test(node.operator)) return false;
  const isUpward = node.operator.startsWith('>');
  const [later, earlier] = isUpward ? [node.left, node.right] : [node.right, node.left];
  const [element, index] = predicate.params;
  if (later.type === 'Identifier') {
    const isIndex = index?.type === 'Identifier' && index.name === later.name;
    return isIndex && positionOf(evaluator, earlier)?.from === 'current';
  }
  if (later.type !== 'MemberExpression' || earlier.type !== 'MemberExpression') return false;
  const isElement =
    element?.type === 'Identifier' &&
    later.object.type === 'Identifier' &&
    later.object.name === element.name;
  const [a, b] = [later.property, earlier.property];
  const isSame = a.type === 'Identifier' && b.type === 'Identifier' && a.name === b.name;
  return isElement && isSame && timeNames.test(a.name);
}
