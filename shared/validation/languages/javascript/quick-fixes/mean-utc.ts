import type { Finding, QuickFix } from '../../../types.ts';
import { placeOf } from '../node.ts';
import {
  fixWith,
  insertAfter,
  insertBefore,
  memberName,
  replace,
  type FixContext,
} from './fix-context.ts';

const localPart = /^([gs]et)(FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds)$/;

/** `date.getDay()` → `date.getUTCDay()`, and `new Date(2020, 0, 1)` → `new Date(Date.UTC(2020, 0, 1))`. */
export function meanUtc(finding: Finding, context: FixContext): QuickFix | undefined {
  const call = context.nodeAt(finding, 'CallExpression');
  if (call) {
    const name = memberName(call.callee);
    if (!name || !localPart.test(name.name)) return undefined;
    const inUtc = name.name.replace(localPart, '$1UTC$2');
    return fixWith(`Use \`${inUtc}\``, replace(placeOf(name), inUtc));
  }
  const created = context.nodeAt(finding, 'NewExpression');
  if (!created || context.textOf(created.callee) !== 'Date') return undefined;
  if (created.arguments.length < 2) return undefined;
  const [first, last] = [created.arguments[0], created.arguments.at(-1)];
  if (!first || !last || created.arguments.some(({ type }) => type === 'SpreadElement')) {
    return undefined;
  }
  return fixWith('Use `Date.UTC`', insertBefore(first, 'Date.UTC('), insertAfter(last, ')'));
}
