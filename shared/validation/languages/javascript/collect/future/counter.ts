import type { Variable } from '../../scopes/scope.ts';
import { parentOf, type AnyNode, type NodeOf } from '../../node.ts';
import { endless, number, plus, times, type Linear } from './linear.ts';
import type { Market } from './market.ts';
import {
  comparisonsIn,
  contains,
  isLoop,
  listIn,
  measuredList,
  momentsAround,
  type Loop,
} from './moment.ts';
import { isIndexMember } from './names.ts';
import { currentBar, fixed, moved, type Range } from './range-value.ts';
import { Remembered } from '../../remembered.ts';

/** The range of a name that is counted up or down, or that a loop gives its places; undefined for any other. */
export function countedRange(
  market: Market,
  variable: Variable,
  read: NodeOf<'Identifier'>,
  depth: number,
): Range | undefined {
  const declarator = variable.defs[0]?.node;
  if (declarator?.type !== 'VariableDeclarator') return undefined;
  if (declarator.id.type !== 'Identifier') return ofPattern(market, declarator, read.name);
  const header = parentOf(parentOf(declarator) ?? declarator);
  if (header?.type === 'ForInStatement' && header.right !== declarator.init) {
    return atLoop(header, undefined);
  }
  if (!declarator.init) return undefined;
  const steps = stepsOf(variable);
  if (steps.length === 0) return undefined;
  const start = market.range(declarator.init, depth + 1);
  const loop = loopOf(declarator, steps, read);
  return loop === undefined
    ? stepped(start, steps, read)
    : inLoop(market, loop, variable, start, steps, depth);
}

/** `const { index } = bar`, `for (const [i, bar] of bars.entries())`. */
function ofPattern(
  market: Market,
  declarator: NodeOf<'VariableDeclarator'>,
  name: string,
): Range | undefined {
  const { id } = declarator;
  if (id.type === 'ObjectPattern') return isIndexMember(name) ? currentBar : undefined;
  const loop = parentOf(parentOf(declarator) ?? declarator);
  if (id.type !== 'ArrayPattern' || loop?.type !== 'ForOfStatement') return undefined;
  const [first] = id.elements;
  const list = listIn(market, loop.right);
  if (first?.type !== 'Identifier' || first.name !== name || list === loop.right) return undefined;
  const series = market.series(list);
  const base = { kind: 'walk', series, counted: undefined, owner: loop } as const;
  return series && { base, low: number(0), high: number(0) };
}

export interface Step {
  readonly node: AnyNode;
  /** Undefined where its direction is not known. */
  readonly isUp: boolean | undefined;
}

const stepCache = new Remembered<Variable, readonly Step[]>();

export function stepsOf(variable: Variable): readonly Step[] {
  const cached = stepCache.get(variable);
  if (cached !== undefined) return cached;
  const steps: Step[] = [];
  stepCache.set(variable, steps);
  for (const reference of variable.references) {
    if (!reference.isWrite() || reference.init === true) continue;
    const node = parentOf(reference.identifier);
    if (node?.type === 'UpdateExpression') steps.push({ node, isUp: node.operator === '++' });
    else if (node?.type === 'AssignmentExpression') {
      const isUp = node.operator === '+=' ? true : node.operator === '-=' ? false : undefined;
      steps.push({ node, isUp });
    }
  }
  return steps;
}

/** The loop that counts: it steps the name, and the read stands in it. */
function loopOf(declarator: AnyNode, steps: readonly Step[], read: AnyNode): Loop | undefined {
  for (const { node } of steps) {
    for (const moment of momentsAround(node)) {
      if (!isLoop(moment)) break;
      const isHeader = moment.type === 'ForStatement' && moment.init === parentOf(declarator);
      if (contains(moment, declarator) && !isHeader) break;
      if (contains(moment, read)) return moment;
    }
  }
  return undefined;
}

/** `let j = i; j++`: moved on by steps that stand before the read. */
function stepped(start: Range, steps: readonly Step[], read: AnyNode): Range | undefined {
  const before = steps.filter(({ node }) => node.start < read.start);
  if (before.some(({ isUp }) => isUp === undefined)) return undefined;
  return before.reduce<Range>((range, { node, isUp }) => {
    const isRepeated = [...momentsAround(node)].some((one) => isLoop(one) && !contains(one, read));
    const by: Linear = isRepeated ? endless : number(1);
    return isUp
      ? { ...range, high: plus(range.high, by) }
      : { ...range, low: plus(range.low, by, -1) };
  }, start);
}

function inLoop(
  market: Market,
  loop: Loop,
  variable: Variable,
  start: Range,
  steps: readonly Step[],
  depth: number,
): Range | undefined {
  if (steps.some(({ isUp }) => isUp === undefined)) return undefined;
  const goesUp = steps.some(({ isUp }) => isUp);
  const goesDown = steps.some(({ isUp }) => isUp === false);
  const bound = boundOf(market, loop, variable, depth);
  const end = bound?.range;
  const farUp = end && plus(end.high, number(bound.isOpen ? -1 : 0));
  const farDown = end && plus(end.low, number(bound.isOpen ? 1 : 0));
  if (start.base !== undefined || end?.base !== undefined) {
    // From a bar on, or up to it.
    const isFromBar = start.base !== undefined;
    const isToBar = end?.base !== undefined;
    const up = isToBar ? farUp : endless;
    const down = isToBar ? farDown : times(endless, -1);
    return {
      base: start.base ?? end?.base,
      low: goesDown ? (down ?? start.low) : isFromBar ? start.low : times(endless, -1),
      high: goesUp ? (up ?? start.high) : isFromBar ? start.high : endless,
    };
  }
  const counted: Range = {
    base: undefined,
    low: goesDown ? (farDown ?? times(endless, -1)) : start.low,
    high: goesUp ? (farUp ?? endless) : start.high,
  };
  return atLoop(loop, counted);
}

function atLoop(owner: Loop, counted: Range | undefined): Range {
  const base = { kind: 'loop', series: undefined, counted, owner } as const;
  return { base, low: number(0), high: number(0) };
}

/** What the loop's test compares the name with. */
function boundOf(
  market: Market,
  loop: Loop,
  variable: Variable,
  depth: number,
): { readonly range: Range; readonly isOpen: boolean } | undefined {
  if (loop.type === 'ForOfStatement' || loop.type === 'ForInStatement') return undefined;
  const isCounter = (node: AnyNode): boolean =>
    node.type === 'Identifier' && market.evaluator.scopes.variableOf(node) === variable;
  const { test } = loop;
  // `while (n--)`
  if (test?.type === 'UpdateExpression' && isCounter(test.argument)) {
    return { range: fixed(number(afterTest(test))), isOpen: true };
  }
  for (const { left, right, operator } of comparisonsIn(loop.test)) {
    if (!/^(?:[<>]=?|!==?)$/.test(operator)) continue;
    const isOpen = !operator.endsWith('=') || operator.startsWith('!');
    const stepped = [left, right].find(
      (side) => side.type === 'UpdateExpression' && isCounter(side.argument),
    );
    if (stepped?.type === 'UpdateExpression') {
      const bound = market.range(stepped === left ? right : left, depth + 1);
      return { range: moved(bound, number(afterTest(stepped))), isOpen };
    }
    const other = isCounter(left) ? right : isCounter(right) ? left : undefined;
    if (other === undefined) continue;
    // The end of a list is no distance.
    if (measuredList(market, other) !== undefined) return { range: atEnd, isOpen };
    return { range: market.range(other, depth + 1), isOpen };
  }
  return undefined;
}

/** `n-- > 0` asks for the number before the step. */
const afterTest = ({ prefix, operator }: NodeOf<'UpdateExpression'>): number =>
  prefix ? 0 : operator === '--' ? -1 : 1;

const atEnd: Range = { base: undefined, low: endless, high: endless };
