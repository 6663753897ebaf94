import type { Usage } from '../../../facts.ts';
import { childOf, nameOf, type PythonNode } from '../node.ts';

/** How the value of an expression is used where it stands, and the member's name where one is taken. */
export function usageOf(node: PythonNode): { readonly usage: Usage; readonly member?: string } {
  const { parent, field } = node;
  switch (parent?.kind) {
    case 'call':
      return { usage: field === 'function' ? 'call' : 'value' };
    case 'attribute': {
      const name = childOf(parent, 'attribute');
      return { usage: 'member', ...(name && { member: nameOf(name) }) };
    }
    case 'parenthesized_expression':
    case 'await':
      return usageOf(parent);
    case 'assignment':
      return { usage: field === 'left' ? 'write' : 'alias' };
    case 'augmented_assignment':
      return { usage: field === 'left' ? 'write' : 'value' };
    case 'delete_statement':
      return { usage: 'write' };
    case 'named_expression':
    case 'aliased_import':
    case 'import_from_statement':
    case 'import_statement':
      return { usage: 'alias' };
    case 'comparison_operator':
      return { usage: 'test' };
    default:
      return { usage: 'value' };
  }
}
