import { parentOf, unwrap, type AnyNode } from '../../node.ts';
import { constantOf } from './constants.ts';
import type { TestedLoop } from './loop-node.ts';
import type { LoopView } from './loop-view.ts';

/**
 * `while (bits !== 0) bits >>= 1;` where the text makes `bits` of something that may be below
 * nothing: the sign is shifted in again and again, and never goes away.
 */
export function keepsSign(view: LoopView, { test }: TestedLoop): boolean {
  const variable = view.variableOf(testedAgainstNothing(view, test));
  const writes = variable ? view.writesOf(variable) : [];
  if (variable === undefined || writes.length === 0) return false;
  const isShifted = writes.every((write) => {
    const parent = parentOf(write);
    if (parent?.type !== 'AssignmentExpression') return false;
    const { operator, right } = parent;
    if (operator === '>>=') return true;
    const value = unwrap(right);
    const isOwn =
      value.type === 'BinaryExpression' &&
      value.operator === '>>' &&
      view.variableOf(unwrap(value.left)) === variable;
    return operator === '=' && isOwn;
  });
  const during = new Set(writes);
  return (
    isShifted &&
    variable.references.some((reference) => {
      const node = reference.identifier;
      const value = reference.isWrite() && !during.has(node) ? reference.writeExpr : undefined;
      return !!value && mayBeBelow(value);
    })
  );
}

const nowhere = { type: 'EmptyStatement', start: -1, end: -1 } as AnyNode;

function testedAgainstNothing(view: LoopView, test: AnyNode | null | undefined): AnyNode {
  const node = test ? unwrap(test) : nowhere;
  if (node.type !== 'BinaryExpression') return node;
  const isUnequal = node.operator === '!==' || node.operator === '!=';
  return isUnequal && constantOf(view, node.right)?.value === 0 ? unwrap(node.left) : nowhere;
}

/** Complements, negatives, and what comes of shifting to the left or of mixing bits. */
function mayBeBelow(expression: AnyNode): boolean {
  const node = unwrap(expression);
  if (node.type === 'UnaryExpression') return node.operator === '~' || node.operator === '-';
  if (node.type !== 'BinaryExpression') return false;
  if (node.operator === '<<' || node.operator === '^') return true;
  return node.operator === '|' && [node.left, node.right].some((side) => isMixed(side));
}

/** `(hash << 5) - hash + code`. */
function isMixed(expression: AnyNode): boolean {
  const node = unwrap(expression);
  if (node.type !== 'BinaryExpression') return node.type === 'UnaryExpression' && mayBeBelow(node);
  return (
    node.operator === '<<' ||
    [node.left, node.right].some((side) => side.type === 'BinaryExpression' && isMixed(side))
  );
}
