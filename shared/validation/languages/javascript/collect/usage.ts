import type { Usage } from '../../../facts.ts';
import { effectiveParent, parentOf, type AnyNode } from '../node.ts';

/** How the value of an expression is used by what stands around it. */
export function usageOf(node: AnyNode): Usage {
  const { parent, child } = effectiveParent(node);
  switch (parent?.type) {
    case 'CallExpression':
      return parent.callee === child ? 'call' : 'value';
    case 'NewExpression':
      return parent.callee === child ? 'new' : 'value';
    case 'TaggedTemplateExpression':
      return 'call';
    case 'MemberExpression':
      return parent.object === child ? 'member' : 'value';
    case 'UnaryExpression':
      if (parent.operator === 'delete') return 'write';
      return parent.operator === 'typeof' || parent.operator === '!' ? 'test' : 'value';
    case 'UpdateExpression':
      return 'write';
    case 'BinaryExpression':
      return isTest(parent.operator) ? 'test' : 'value';
    case 'AssignmentExpression':
      if (parent.left === child) return 'write';
      return isName(parent.left) ? 'alias' : 'value';
    case 'VariableDeclarator':
      return 'alias';
    case 'ForInStatement':
    case 'ForOfStatement':
      return parent.left === child ? 'write' : 'value';
    case 'ArrayPattern':
    case 'RestElement':
      return 'write';
    case 'Property':
      return parentOf(parent)?.type === 'ObjectPattern' && parent.value === child
        ? 'write'
        : 'value';
    case 'AssignmentPattern':
      return parent.left === child ? 'write' : 'alias';
    case 'ConditionalExpression':
    case 'LogicalExpression':
      if (parent.type === 'ConditionalExpression' && parent.test === child) return 'test';
      return usageOf(parent);
    case 'ExpressionStatement':
    case 'IfStatement':
      return 'test';
    default:
      return 'value';
  }
}

const tests: ReadonlySet<string> = new Set(['instanceof', 'in', '==', '!=', '===', '!==']);

const isTest = (operator: string): boolean => tests.has(operator);

const isName = ({ type }: AnyNode): boolean => type === 'Identifier' || type === 'ObjectPattern';

/** The member expression that takes a further member of this one. */
export function furtherMember(
  node: AnyNode,
): Extract<AnyNode, { type: 'MemberExpression' }> | undefined {
  const { parent, child } = effectiveParent(node);
  return parent?.type === 'MemberExpression' && parent.object === child ? parent : undefined;
}
