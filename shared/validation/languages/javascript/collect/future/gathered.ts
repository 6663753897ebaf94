import type { Variable } from '../../scopes/scope.ts';
import { parentOf, type AnyNode } from '../../node.ts';
import { isIndexed, memberName } from './member-name.ts';
import { number } from './linear.ts';
import type { Market } from './market.ts';
import { isSeriesName } from './names.ts';
import { contains, isDescending, momentsAround } from './moment.ts';
import type { Series } from './provenance.ts';
import { Remembered } from '../../remembered.ts';

const adds = /^(?:push|unshift)$/;
const mutates = /^(?:push|unshift|shift|pop|splice|fill|copyWithin)$/;

/** A loop over the whole run that fills a list, and what it goes along. */
interface Filling {
  readonly moment: AnyNode;
  readonly series: Series;
}

const fillings = new Remembered<Variable, readonly Filling[]>();

/** A list that a loop over the whole run fills, where it is read after that loop. */
export function gatheredFrom(
  market: Market,
  variable: Variable,
  read: AnyNode,
): Series | undefined {
  let known = fillings.get(variable);
  if (known === undefined) {
    // A list may be filled from a list that is filled from it.
    fillings.set(variable, []);
    fillings.set(variable, (known = fillingsOf(market, variable)));
  }
  for (const { moment, series } of known) {
    if (contains(moment, read)) continue;
    return {
      ...series,
      name: variable.name,
      shift: number(0),
      isReordered: series.isReordered || isDescending(moment),
      isVague: series.isVague && !isSeriesName(variable.name),
    };
  }
  return undefined;
}

function fillingsOf(market: Market, variable: Variable): Filling[] {
  const found = new Map<AnyNode, Series>();
  const declared = variable.defs[0]?.node;
  for (const { identifier } of variable.references) {
    const use = identifier;
    if (!isFilledAt(use)) continue;
    for (const moment of momentsAround(use)) {
      if (declared && contains(moment, declared)) break;
      const series = market.walked(moment);
      if (series !== undefined) found.set(moment, series);
    }
  }
  return [...found].map(([moment, series]) => ({ moment, series }));
}

/** `list.push(…)` or `list[i] = …`. */
function isFilledAt(use: AnyNode): boolean {
  const member = parentOf(use);
  if (member?.type !== 'MemberExpression' || member.object !== use) return false;
  const parent = parentOf(member);
  if (isIndexed(member)) return parent?.type === 'AssignmentExpression' && parent.left === member;
  const isCall = parent?.type === 'CallExpression' && parent.callee === member;
  return isCall && adds.test(memberName(member));
}

/** True for a list that the text changes after it was made. */
export function isMutated(variable: Variable): boolean {
  let is = mutated.get(variable);
  if (is === undefined) mutated.set(variable, (is = variable.references.some(isChange)));
  return is;
}

const mutated = new Remembered<Variable, boolean>();

function isChange({ identifier }: Variable['references'][number]): boolean {
  const use = identifier;
  if (isFilledAt(use)) return true;
  const member = parentOf(use);
  if (member?.type !== 'MemberExpression' || member.object !== use) return false;
  return mutates.test(memberName(member)) && parentOf(member)?.type === 'CallExpression';
}
