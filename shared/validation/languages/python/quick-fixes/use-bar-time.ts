import type { Finding, QuickFix } from '../../../types.ts';
import { childOf, namedOf } from '../node.ts';
import { fixWith, replace, strategyMethodAround, type FixContext } from './fix-context.ts';

/** `time.time()` → `bar.time / 1000`, `datetime.now(timezone.utc)` → `bar.datetime`, in `on_bar`. */
export function useBarTime(finding: Finding, context: FixContext): QuickFix | undefined {
  const callee = context.nodeAt(finding, 'attribute') ?? context.nodeAt(finding, 'identifier');
  const call = callee?.parent;
  if (call?.kind !== 'call' || callee?.field !== 'function') return undefined;
  const bar = strategyMethodAround(callee, context)?.bar;
  if (bar === undefined) return undefined;
  const [path, more] = context.pathsOf(callee);
  const [zone, second] = namedOf(childOf(call, 'arguments') ?? call);
  if (more !== undefined || second !== undefined) return undefined;
  if (path === 'time:time' && zone === undefined)
    return fixWith(`Use \`${bar}.time\``, replace(call, `(${bar}.time / 1000)`));
  const said = zone && (childOf(zone, 'value') ?? zone);
  // Without a zone it is another kind of date, which cannot be compared with this one.
  const isUtc = said !== undefined && context.pathsOf(said).includes('datetime:timezone.utc');
  if (path !== 'datetime:datetime.now' || !isUtc) return undefined;
  return fixWith(`Use \`${bar}.datetime\``, replace(call, `${bar}.datetime`));
}
