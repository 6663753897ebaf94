import type { AnyNode, NodeOf } from '../../node.ts';

/** Nothing but `n++`, `sum += x`, `top = x` depends on it. */
export function onlyCounts({ consequent, alternate }: NodeOf<'IfStatement'>): boolean {
  return [consequent, ...(alternate ? [alternate] : [])].every(isCount);
}

function isCount(node: AnyNode): boolean {
  switch (node.type) {
    case 'BlockStatement':
      return node.body.every(isCount);
    case 'ExpressionStatement':
      return isCount(node.expression);
    case 'IfStatement':
      return onlyCounts(node);
    case 'UpdateExpression':
      return node.argument.type === 'Identifier';
    case 'AssignmentExpression':
      return node.left.type === 'Identifier';
    case 'SequenceExpression':
      return node.expressions.every(isCount);
    case 'EmptyStatement':
    case 'ContinueStatement':
    case 'BreakStatement':
      return true;
    default:
      return false;
  }
}
