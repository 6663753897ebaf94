import type { Finding, QuickFix } from '../../../types.ts';
import { childOf, nameOf, textOf } from '../node.ts';
import { fixWith, namedArgument, replace, reword, type FixContext } from './fix-context.ts';

/** `bfill()` → `ffill()`, `fillna(method='bfill')` → `fillna(method='ffill')`. */
export function fillForward(finding: Finding, context: FixContext): QuickFix | undefined {
  const call = context.nodeAt(finding, 'call');
  const callee = call && childOf(call, 'function');
  const name = callee?.kind === 'attribute' ? childOf(callee, 'attribute') : undefined;
  if (!call || !name) return undefined;
  if (/^(?:bfill|backfill)$/.test(nameOf(name)))
    return fixWith('Carry the last value forward', replace(name, 'ffill'));
  const method = namedArgument(call, 'method');
  const text = method && childOf(method, 'value');
  if (text?.kind !== 'string' || !/^['"](?:bfill|backfill|nearest)['"]$/.test(textOf(text)))
    return undefined;
  const edit = reword(text, 'ffill');
  return edit && fixWith('Carry the last value forward', edit);
}
