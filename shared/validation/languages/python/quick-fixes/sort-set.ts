import type { Finding, QuickFix } from '../../../types.ts';
import { textOf } from '../node.ts';
import { fixWith, replace, type FixContext } from './fix-context.ts';

/** `for x in {'a', 'b'}` → `for x in sorted({'a', 'b'})`. */
export function sortSet(finding: Finding, context: FixContext): QuickFix | undefined {
  const kinds = ['set', 'set_comprehension', 'identifier', 'binary_operator', 'call'];
  const node = kinds.map((kind) => context.nodeAt(finding, kind)).find((one) => one !== undefined);
  if (node?.field !== 'right' || !/^for_/.test(node.parent?.kind ?? '')) return undefined;
  // Sorted by another name, it would be no set and no order.
  if (context.evaluator.scopes.module.variables.has('sorted')) return undefined;
  return fixWith('Walk over it sorted', replace(node, `sorted(${textOf(node)})`));
}
