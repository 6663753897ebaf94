import type { AnyNode } from 'acorn';
import type { Place } from '../../types.ts';
import type { TreeNode } from './tree-parser.ts';
import { spend } from '../work.ts';

export type { AnyNode } from 'acorn';
export type FunctionLike = Extract<
  AnyNode,
  { type: 'ArrowFunctionExpression' | 'FunctionExpression' | 'FunctionDeclaration' }
>;
export type ClassLike = Extract<AnyNode, { type: 'ClassDeclaration' | 'ClassExpression' }>;
export type NodeOf<Type extends AnyNode['type']> = Extract<AnyNode, { type: Type }>;

/** The node as our parser made it. */
export const treeNode = (node: AnyNode): TreeNode => node as unknown as TreeNode;

/** The survey links every node to its parent; the program has none. */
export function parentOf(node: AnyNode): AnyNode | undefined {
  spend(1);
  return treeNode(node).parent;
}

export function placeOf(node: AnyNode): Place {
  return treeNode(node).lines.placeOf(node.start, node.end);
}

export function isFunction(node: AnyNode): node is FunctionLike {
  const { type } = node;
  return (
    type === 'ArrowFunctionExpression' ||
    type === 'FunctionExpression' ||
    type === 'FunctionDeclaration'
  );
}

export function isClass(node: AnyNode): node is ClassLike {
  return node.type === 'ClassDeclaration' || node.type === 'ClassExpression';
}

/** A pattern in slashes, told by the first of them: to ask a node for what most do not have is slow. */
export const patternIn = (node: NodeOf<'Literal'>): NodeOf<'Literal'>['regex'] =>
  node.raw?.startsWith('/') ? node.regex : undefined;

/** Optional chains and the parser's own wrappers change nothing about what is reached. */
export function unwrap(node: AnyNode): AnyNode {
  let inner = node;
  while (inner.type === 'ChainExpression' || inner.type === 'ParenthesizedExpression') {
    inner = inner.expression;
  }
  return inner;
}

/** The parent that matters: chains, parentheses and the last part of a comma list are looked through. */
export function effectiveParent(node: AnyNode): { parent: AnyNode | undefined; child: AnyNode } {
  let child = node;
  let parent = parentOf(child);
  while (parent !== undefined && isTransparent(parent, child)) {
    child = parent;
    parent = parentOf(child);
  }
  return { parent, child };
}

function isTransparent(parent: AnyNode, child: AnyNode): boolean {
  if (parent.type === 'ChainExpression' || parent.type === 'ParenthesizedExpression') return true;
  return parent.type === 'SequenceExpression' && parent.expressions.at(-1) === child;
}

/** The function, class body part or module that `this` and `return` belong to. */
export function enclosingFunction(node: AnyNode): FunctionLike | undefined {
  let current = parentOf(node);
  while (current !== undefined && !isFunction(current)) current = parentOf(current);
  return current;
}

/** The class in whose body a node stands. */
export function enclosingClass(node: AnyNode): ClassLike | undefined {
  let current = parentOf(node);
  while (current !== undefined && !isClass(current)) current = parentOf(current);
  return current;
}
