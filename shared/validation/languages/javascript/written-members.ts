import { parentOf, type AnyNode, type NodeOf } from './node.ts';
import type { Survey } from './survey.ts';

type Member = NodeOf<'MemberExpression'>;

/** Members that patterns and loops write to: `[a.n] = list`, `({ p: a.n } = table)`, `for (a.n of list)`. */
export function writtenMembers(survey: Survey): readonly Member[] {
  const found: Member[] = [];
  const add = (node: AnyNode | null): void => {
    if (node === null) return;
    if (node.type === 'MemberExpression') found.push(node);
    else if (node.type === 'AssignmentPattern') add(node.left);
    else if (node.type === 'RestElement') add(node.argument);
  };
  for (const { elements } of survey.ofType('ArrayPattern')) elements.forEach(add);
  for (const { properties } of survey.ofType('ObjectPattern')) {
    for (const part of properties) add(part.type === 'Property' ? part.value : part);
  }
  for (const { left } of survey.ofType('ForOfStatement')) add(left);
  for (const { left } of survey.ofType('ForInStatement')) add(left);
  return found;
}

/** True for such a member: what it is given is asked of the pattern, not of what it holds. */
export function isTarget(node: AnyNode): boolean {
  if (node.type !== 'MemberExpression') return false;
  const parent = parentOf(node);
  switch (parent?.type) {
    case 'ArrayPattern':
    case 'RestElement':
      return true;
    case 'AssignmentPattern':
    case 'ForOfStatement':
    case 'ForInStatement':
      return parent.left === node;
    case 'Property':
      return parent.value === node && parentOf(parent)?.type === 'ObjectPattern';
    default:
      return false;
  }
}
