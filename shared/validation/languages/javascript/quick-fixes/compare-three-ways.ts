import type { Finding, QuickFix } from '../../../types.ts';
import { placeOf } from '../node.ts';
import { canRepeat, fixWith, replace, type FixContext } from './fix-context.ts';

const opposites: Readonly<Record<string, string>> = { '<': '>', '>': '<', '<=': '>', '>=': '<' };

/** `sort((a, b) => a > b)` → `sort((a, b) => a > b ? 1 : a < b ? -1 : 0)`: the order that was meant. */
export function compareThreeWays(finding: Finding, context: FixContext): QuickFix | undefined {
  const [comparison] = context.nodeAt(finding, 'CallExpression')?.arguments ?? [];
  if (comparison?.type !== 'ArrowFunctionExpression') return undefined;
  const { body } = comparison;
  if (body.type !== 'BinaryExpression' || body.left.type === 'PrivateIdentifier') return undefined;
  const opposite = opposites[body.operator];
  if (opposite === undefined || !canRepeat(body.left) || !canRepeat(body.right)) return undefined;
  const [a, b] = [context.textOf(body.left), context.textOf(body.right)];
  const [more, less] = opposite === '<' ? ['>', '<'] : ['<', '>'];
  const text = `${a} ${more} ${b} ? 1 : ${a} ${less} ${b} ? -1 : 0`;
  return fixWith('Answer with less, equal or more', replace(placeOf(body), text));
}
