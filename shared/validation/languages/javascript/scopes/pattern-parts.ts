import type { AnyNode, NodeOf } from '../node.ts';

/**
 * Goes through the names that a pattern writes, each with the default values around it, the outermost
 * first. What is only read on the way, default values, computed keys and owners of members, is put
 * into `read`.
 */
export function eachPart(
  pattern: AnyNode,
  onName: (name: NodeOf<'Identifier'>, defaults: readonly AnyNode[]) => void,
  read: AnyNode[] = [],
): void {
  visit(pattern, none, onName, read);
}

const none: readonly AnyNode[] = [];

function visit(
  node: AnyNode,
  defaults: readonly AnyNode[],
  onName: (name: NodeOf<'Identifier'>, defaults: readonly AnyNode[]) => void,
  read: AnyNode[],
): void {
  switch (node.type) {
    case 'Identifier':
      return onName(node, defaults);
    case 'AssignmentPattern':
      visit(node.left, [...defaults, node.right], onName, read);
      read.push(node.right);
      return;
    case 'ArrayPattern':
      for (const element of node.elements) if (element) visit(element, defaults, onName, read);
      return;
    case 'ObjectPattern':
      for (const property of node.properties) visit(property, defaults, onName, read);
      return;
    case 'Property':
      if (node.computed) read.push(node.key);
      return visit(node.value, defaults, onName, read);
    case 'RestElement':
      return visit(node.argument, defaults, onName, read);
    case 'MemberExpression':
      if (node.computed) read.push(node.property);
      read.push(node.object);
      return;
    default:
  }
}
