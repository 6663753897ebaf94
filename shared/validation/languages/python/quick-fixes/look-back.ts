import type { Finding, QuickFix } from '../../../types.ts';
import { namedOf, textOf } from '../node.ts';
import { argumentOf } from '../passed.ts';
import { fixWith, replace, type FixContext } from './fix-context.ts';

/** `shift(-1)` → `shift(1)`, where the distance is written as a number. */
export function lookBack(finding: Finding, context: FixContext): QuickFix | undefined {
  const call = context.nodeAt(finding, 'call');
  if (call === undefined) return undefined;
  const isRoll = context.pathsOf(call.children[0] ?? call).includes('numpy:roll');
  const distance = isRoll
    ? argumentOf(call, 1, 'shift')
    : (argumentOf(call, 0, 'periods') ?? argumentOf(call, 0, 'count'));
  // Rolled forward, the last values would stand at the beginning.
  if (isRoll || distance?.kind !== 'unary_operator' || distance.children[0]?.kind !== '-')
    return undefined;
  const [number] = namedOf(distance);
  if (number?.kind !== 'integer') return undefined;
  return fixWith(`Look back: \`${textOf(number)}\``, replace(distance, textOf(number)));
}
