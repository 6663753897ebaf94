import type { Finding, QuickFix } from '../../../types.ts';
import { fixWith, namedArgument, removeArgument, type FixContext } from './fix-context.ts';

/** `rolling(5, center=True)` → `rolling(5)`. */
export function endAtBar(finding: Finding, context: FixContext): QuickFix | undefined {
  const call = context.nodeAt(finding, 'call');
  const centre = call && namedArgument(call, 'center');
  const edit = centre && removeArgument(centre);
  return edit && fixWith('End the window at the current bar', edit);
}
