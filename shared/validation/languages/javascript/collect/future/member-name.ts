import type { AnyNode, NodeOf } from '../../node.ts';

/** The name that a member is asked for by, `a.close` or `a['clo' + 'se']`; '' where it has none. */
export function memberName({ property, computed }: NodeOf<'MemberExpression'>): string {
  if (property.type === 'PrivateIdentifier') return `#${property.name}`;
  if (!computed) return property.type === 'Identifier' ? property.name : '';
  return textOf(property) ?? '';
}

function textOf(node: AnyNode): string | undefined {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : undefined;
  if (node.type === 'TemplateLiteral') {
    return node.expressions.length === 0 ? (node.quasis[0]?.value.cooked ?? undefined) : undefined;
  }
  if (node.type !== 'BinaryExpression' || node.operator !== '+') return undefined;
  const [left, right] = [textOf(node.left), textOf(node.right)];
  return left === undefined || right === undefined ? undefined : left + right;
}

/** True for `list[place]`, which asks for no name. */
export const isIndexed = (node: NodeOf<'MemberExpression'>): boolean =>
  node.computed && memberName(node) === '';
