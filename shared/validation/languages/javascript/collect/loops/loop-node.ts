import { placeOf, parentOf, isFunction, type AnyNode, type NodeOf } from '../../node.ts';
import type { Place } from '../../../../types.ts';
import { spend } from '../../../work.ts';

/** A loop with a test. */
export type TestedLoop = NodeOf<'WhileStatement' | 'DoWhileStatement' | 'ForStatement'>;
export type AnyLoop = TestedLoop | NodeOf<'ForOfStatement' | 'ForInStatement'>;

export const isLoop = (node: AnyNode): node is AnyLoop =>
  /^(?:While|DoWhile|For|ForIn|ForOf)Statement$/.test(node.type);

/** The loop's first line is marked, not its whole body. */
export function headOf(node: AnyLoop): Place {
  const place = placeOf(node);
  if (node.type === 'DoWhileStatement') {
    return { ...place, endLine: place.line, endColumn: place.column + 2 };
  }
  const { line, column } = placeOf(node.body);
  const isEmpty = node.body.type === 'EmptyStatement';
  return isEmpty ? place : { ...place, endLine: line, endColumn: Math.max(column - 1, 1) };
}

/** The nodes of a list in the text's order that stand inside another node, or are it. */
export function within<Node extends AnyNode>(nodes: readonly Node[], around: AnyNode): Node[] {
  let low = 0;
  for (let high = nodes.length; low < high;) {
    const middle = (low + high) >> 1;
    if ((nodes[middle]?.start ?? 0) < around.start) low = middle + 1;
    else high = middle;
  }
  const found: Node[] = [];
  for (let node = nodes[low]; node && node.start < around.end; node = nodes[++low]) {
    found.push(node);
  }
  spend(found.length);
  return found;
}

export const isInside = (node: AnyNode, around: AnyNode): boolean =>
  node.start >= around.start && node.end <= around.end;

/** How often a place inside a loop is reached in one round: surely once, at most once, or any number. */
export type Frequency = 'once' | 'sometimes' | 'often';

export function frequencyIn(node: AnyNode, loop: AnyNode): Frequency {
  let frequency: Frequency = 'once';
  let child = node;
  for (let parent = parentOf(node); parent && child !== loop; parent = parentOf(parent)) {
    if (parent === loop) break;
    if (isLoop(parent) || isFunction(parent)) return 'often';
    if (!isSure(parent, child)) frequency = 'sometimes';
    child = parent;
  }
  return frequency;
}

/** Whether a part is always evaluated when what it belongs to is. */
function isSure(parent: AnyNode, child: AnyNode): boolean {
  switch (parent.type) {
    case 'IfStatement':
    case 'ConditionalExpression':
      return parent.test === child;
    case 'LogicalExpression':
      return parent.left === child;
    case 'SwitchCase':
    case 'CatchClause':
    case 'AssignmentPattern':
      return false;
    case 'SwitchStatement':
      return parent.discriminant === child;
    case 'AssignmentExpression':
      return !/^(?:&&|\|\||\?\?)=$/.test(parent.operator);
    case 'CallExpression':
    case 'MemberExpression':
      return !parent.optional || ('callee' in parent ? parent.callee : parent.object) === child;
    default:
      return true;
  }
}
