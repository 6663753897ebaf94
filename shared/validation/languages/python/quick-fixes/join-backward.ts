import type { Finding, QuickFix } from '../../../types.ts';
import { childOf } from '../node.ts';
import { fixWith, namedArgument, reword, type FixContext } from './fix-context.ts';

/** `direction='forward'` → `'backward'`, and periods named by their end: `label='right'`. */
export function joinBackward(finding: Finding, context: FixContext): QuickFix | undefined {
  const call = context.nodeAt(finding, 'call');
  if (call === undefined) return undefined;
  return (
    reworded(call, 'direction', 'backward', 'Join to what was known') ??
    reworded(call, 'label', 'right', 'Name each period by its end')
  );
}

function reworded(
  call: Parameters<typeof namedArgument>[0],
  name: string,
  word: string,
  title: string,
): QuickFix | undefined {
  const argument = namedArgument(call, name);
  const text = argument && childOf(argument, 'value');
  const edit = text && reword(text, word);
  return edit && fixWith(title, edit);
}
