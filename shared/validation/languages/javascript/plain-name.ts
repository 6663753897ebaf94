import type { AnyNode, NodeOf } from './node.ts';

/** The name that a key spells out; undefined where it has to be worked out. */
export function plainKey(key: AnyNode, isComputed: boolean): string | undefined {
  if (key.type === 'PrivateIdentifier') return `#${key.name}`;
  if (key.type === 'Identifier' && !isComputed) return key.name;
  if (key.type !== 'Literal') return undefined;
  const { value } = key;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

export const plainName = ({ property, computed }: NodeOf<'MemberExpression'>): string | undefined =>
  plainKey(property, computed);
