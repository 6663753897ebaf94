import type { Finding, QuickFix } from '../../../types.ts';
import { placeOf } from '../node.ts';
import { canRepeat, fixWith, memberName, replace, type FixContext } from './fix-context.ts';

const upperOrLower = /^toLocale((?:Upper|Lower)Case)$/;

/** `x.toLocaleUpperCase()` → `x.toUpperCase()`, and a comparison of texts by their characters. */
export function writeWithoutLocale(finding: Finding, context: FixContext): QuickFix | undefined {
  const call = context.nodeAt(finding, 'CallExpression');
  const name = call && memberName(call.callee);
  if (!call || call.optional || !name || call.callee.type !== 'MemberExpression') return undefined;
  if (upperOrLower.test(name.name) && call.arguments.length === 0) {
    const plain = name.name.replace(upperOrLower, 'to$1');
    return fixWith(`Use \`${plain}\``, replace(placeOf(name), plain));
  }
  const [other, ...more] = call.arguments;
  if (name.name !== 'localeCompare' || !other || more.length > 0) return undefined;
  const { object } = call.callee;
  if (call.callee.optional || !canRepeat(object) || !canRepeat(other)) return undefined;
  const [a, b] = [context.textOf(object), context.textOf(other)];
  const compared = `(${a} < ${b} ? -1 : ${a} > ${b} ? 1 : 0)`;
  return fixWith('Compare with `<` and `>`', replace(finding, compared));
}
