import { isFunction, parentOf, type AnyNode, type FunctionLike } from '../../node.ts';
import { hasIndexParameter } from './position.ts';

/** Functions that are called for one bar, by the customs of strategy libraries. */
const barFunctions =
  /^(?:on_?(?:bar|data|tick|candle|quote)|next|init|initialize|signals?|decide|step|handle_?(?:bar|data))$/i;

/** The nearest function around a node that judges one bar of a series. */
export function decisionAround(node: AnyNode): FunctionLike | undefined {
  for (let current = parentOf(node); current !== undefined; current = parentOf(current)) {
    if (isFunction(current) && (hasIndexParameter(current) || barFunctions.test(nameOf(current)))) {
      return current;
    }
  }
  return undefined;
}

/** The function has the series and the place in it: what it reads past that place is the future. */
export function knowsItsBar(node: AnyNode): boolean {
  const owner = decisionAround(node);
  return owner !== undefined && hasIndexParameter(owner);
}

function nameOf(node: FunctionLike): string {
  const parent = parentOf(node);
  if (node.type === 'FunctionDeclaration') return node.id?.name ?? '';
  if (parent?.type === 'MethodDefinition' || parent?.type === 'Property') {
    return parent.key.type === 'Identifier' ? parent.key.name : '';
  }
  return parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier'
    ? parent.id.name
    : '';
}

const comparisons = new Set(['<', '>', '<=', '>=', '==', '===', '!=', '!==']);

/**
 * What a value read in a loop over a series decides: something (it is compared, or stored at the
 * place of an earlier bar), or nothing, like the differences of neighbours.
 */
export function isDecisive(node: AnyNode): boolean {
  let child = node;
  for (let parent = parentOf(child); parent !== undefined; parent = parentOf(parent)) {
    if (parent.type === 'BinaryExpression' && comparisons.has(parent.operator)) {
      return !isLoopTest(parent);
    }
    if (parent.type === 'AssignmentExpression') {
      return (
        parent.right === child && parent.left.type === 'MemberExpression' && parent.left.computed
      );
    }
    const passes =
      parent.type === 'BinaryExpression' ||
      parent.type === 'MemberExpression' ||
      parent.type === 'ChainExpression' ||
      parent.type === 'UnaryExpression';
    if (!passes) return false;
    child = parent;
  }
  return false;
}

function isLoopTest(node: AnyNode): boolean {
  let child = node;
  let parent = parentOf(child);
  while (parent?.type === 'LogicalExpression') {
    child = parent;
    parent = parentOf(child);
  }
  if (parent?.type !== 'WhileStatement' && parent?.type !== 'ForStatement') return false;
  return parent.test === child;
}
