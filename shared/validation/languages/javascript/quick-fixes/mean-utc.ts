import type { Finding, QuickFix } from '../../../types.ts';
import { parentOf, placeOf, type NodeOf } from '../node.ts';
import {
  fixWith,
  insertAfter,
  insertBefore,
  memberName,
  replace,
  type FixContext,
} from './fix-context.ts';

const localPart = /^([gs]et)(FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds)$/;

/** A day and a time without a zone, in its quotes. */
const localText = /^(['"])(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?)(['"])$/;

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
  if (created.arguments.length < 2) return writtenInUtc(created, context);
  const [first, last] = [created.arguments[0], created.arguments.at(-1)];
  if (!first || !last || created.arguments.some(({ type }) => type === 'SpreadElement')) {
    return undefined;
  }
  return fixWith('Use `Date.UTC`', insertBefore(first, 'Date.UTC('), insertAfter(last, ')'));
}

/** `new Date('2020-01-01 09:30')` → `new Date('2020-01-01T09:30Z')`, and a printed date in UTC. */
function writtenInUtc(date: NodeOf<'NewExpression'>, context: FixContext): QuickFix | undefined {
  const [text] = date.arguments;
  const local = text?.type === 'Literal' && localText.exec(context.textOf(text));
  if (text && local) {
    const [, open = '', day = '', time = '', close = ''] = local;
    const inUtc = `${open}${day}T${time}Z${close}`;
    return fixWith(`Use \`${inUtc}\``, replace(placeOf(text), inUtc));
  }
  if (parentOf(date)?.type !== 'TemplateLiteral') return undefined;
  return fixWith('Use `toISOString()`', insertAfter(date, '.toISOString()'));
}
