import type { Finding, QuickFix } from '../../../types.ts';
import { placeOf } from '../node.ts';
import { fixWith, replace, type FixContext } from './fix-context.ts';

/** `this.barAgo(-1)` → `this.barAgo(1)`. */
export function lookBack(finding: Finding, context: FixContext): QuickFix | undefined {
  const [ago] = context.nodeAt(finding, 'CallExpression')?.arguments ?? [];
  if (ago?.type !== 'UnaryExpression' || ago.operator !== '-') return undefined;
  const { argument } = ago;
  if (argument.type !== 'Literal' || typeof argument.value !== 'number') return undefined;
  const text = context.textOf(argument);
  return fixWith(`Look back: \`${text}\``, replace(placeOf(ago), text));
}
