import type { Variable } from 'eslint-scope';
import { parentOf, type AnyNode } from '../../node.ts';
import { number } from './linear.ts';
import type { Market } from './market.ts';
import { contains, isDescending, momentsAround, walkedBy } from './moment.ts';
import type { Series } from './provenance.ts';

const adds = /^(?:push|unshift)$/;
const mutates = /^(?:push|unshift|shift|pop|splice|fill|copyWithin)$/;

/** A list that a loop over the whole run fills, where it is read after that loop. */
export function gatheredFrom(
  market: Market,
  variable: Variable,
  read: AnyNode,
): Series | undefined {
  for (const { identifier } of variable.references) {
    const use = identifier as unknown as AnyNode;
    if (!isFilledAt(use)) continue;
    for (const moment of momentsAround(use)) {
      if (contains(moment, read)) break;
      const series = walkedBy(market, moment);
      if (series === undefined) continue;
      return {
        ...series,
        name: variable.name,
        shift: number(0),
        isReordered: series.isReordered || isDescending(moment),
        isPlainTable: false,
      };
    }
  }
  return undefined;
}

/** `list.push(…)` or `list[i] = …`. */
function isFilledAt(use: AnyNode): boolean {
  const member = parentOf(use);
  if (member?.type !== 'MemberExpression' || member.object !== use) return false;
  const parent = parentOf(member);
  if (member.computed) return parent?.type === 'AssignmentExpression' && parent.left === member;
  const isCall = parent?.type === 'CallExpression' && parent.callee === member;
  return isCall && member.property.type === 'Identifier' && adds.test(member.property.name);
}

/** True for a list that the text changes after it was made. */
export function isMutated({ references }: Variable): boolean {
  return references.some(({ identifier }) => {
    const use = identifier as unknown as AnyNode;
    if (isFilledAt(use)) return true;
    const member = parentOf(use);
    if (member?.type !== 'MemberExpression' || member.property.type !== 'Identifier') return false;
    return mutates.test(member.property.name) && parentOf(member)?.type === 'CallExpression';
  });
}
