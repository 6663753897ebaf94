import type { Variable } from '../../scopes/scope.ts';
import { isFunction, parentOf, type AnyNode, type NodeOf } from '../../node.ts';
import { propertyKey } from '../../property-key.ts';
import { isAboveZero } from './linear.ts';
import type { Market } from './market.ts';
import { contains, countersOf, isDescending } from './moment.ts';
import type { Series } from './provenance.ts';
import { nodesWithin } from './within.ts';

interface BackwardRead {
  readonly node: AnyNode;
  readonly series: Series;
}

/** What loops from the end of a series hand to earlier bars: the next known value, a filter run backwards. */
export function backwardLoops(market: Market): BackwardRead[] {
  const found: BackwardRead[] = [];
  for (const loop of market.survey.ofType('ForStatement')) {
    if (!isDescending(loop)) continue;
    const series = market.walked(loop);
    if (series === undefined || series.isReordered || series.isTable) continue;
    const node = handedBack(market, loop);
    if (node === undefined) continue;
    if (!series.isVague || isPlainFill(node)) found.push({ node, series });
  }
  return found;
}

/** `values[i] = next`: nothing else is done with the value that is handed back. */
const isPlainFill = (node: AnyNode): boolean =>
  node.type === 'AssignmentExpression' && node.right.type === 'Identifier';

/** The place where a value of later bars is kept for an earlier one. */
function handedBack(market: Market, loop: NodeOf<'ForStatement'>): AnyNode | undefined {
  const counters = countersOf(market, loop);
  const carried = carriedBy(market, loop, counters);
  for (const node of nodesWithin(market.survey.ofType('AssignmentExpression'), loop.body)) {
    if (!isKeptAt(market, node.left, counters)) continue;
    if (mentions(node.right, carried)) return node;
    const later = ownLaterRead(market, node);
    if (later !== undefined) return later;
  }
  for (const node of nodesWithin(market.survey.ofType('CallExpression'), loop.body)) {
    if (node.callee.type !== 'MemberExpression') continue;
    if (propertyKey(market.evaluator, node.callee)[0] !== 'unshift') continue;
    if (node.arguments.some((part) => mentions(part, carried))) return node;
  }
  return undefined;
}

/** Names from outside that the loop sets from the bars it comes by, and does not add up in. */
function carriedBy(
  market: Market,
  loop: NodeOf<'ForStatement'>,
  counters: readonly Variable[],
): ReadonlySet<Variable> {
  const carried = new Set<Variable>();
  const assignments = nodesWithin(market.survey.ofType('AssignmentExpression'), loop.body);
  for (const { left, operator } of assignments) {
    if (left.type !== 'Identifier' || operator !== '=') continue;
    const variable = market.evaluator.scopes.variableOf(left);
    if (variable === undefined || counters.includes(variable)) continue;
    const declared = variable.defs[0]?.node;
    if (declared && !contains(loop, declared)) carried.add(variable);
  }
  return carried;
}

/** `out[i]`, at the loop's own counter. */
function isKeptAt(market: Market, left: AnyNode, counters: readonly Variable[]): boolean {
  if (left.type !== 'MemberExpression' || !left.computed) return false;
  if (left.property.type !== 'Identifier') return false;
  const variable = market.evaluator.scopes.variableOf(left.property);
  return variable !== undefined && counters.includes(variable);
}

function mentions(node: AnyNode, carried: ReadonlySet<Variable>): boolean {
  for (const variable of carried) {
    for (const { identifier } of variable.references) {
      if (contains(node, identifier)) return true;
    }
  }
  return false;
}

/** `top[i] = Math.max(highs[i], top[i + 1])`: a list that is made from its own later places. */
function ownLaterRead(
  market: Market,
  { left, right }: NodeOf<'AssignmentExpression'>,
): AnyNode | undefined {
  if (left.type !== 'MemberExpression' || left.object.type !== 'Identifier') return undefined;
  const list = market.evaluator.scopes.variableOf(left.object);
  for (const { identifier } of list?.references ?? []) {
    const use = identifier;
    const member = parentOf(use);
    if (member?.type !== 'MemberExpression' || !contains(right, member)) continue;
    if (!member.computed) continue;
    const { base, high } = market.range(member.property);
    if (base?.kind === 'loop' && isAboveZero(high)) return member;
  }
  return undefined;
}

/** `reduceRight((out, x) => [x ?? out[0], ...out], [])` makes a list from what comes later. */
export function buildsFromEnd(
  market: Market,
  { arguments: [callback, start] }: NodeOf<'CallExpression'>,
  { isVague }: Series,
): boolean {
  if (start?.type !== 'ArrayExpression' || callback === undefined) return false;
  return !isVague || readsWhatItMade(market, callback);
}

/** `out[0]`, where `out` is the list so far. */
function readsWhatItMade(market: Market, callback: AnyNode): boolean {
  if (!isFunction(callback)) return false;
  const [made] = callback.params;
  return nodesWithin(market.survey.ofType('MemberExpression'), callback).some(
    ({ object, property, computed }) =>
      object.type === 'Identifier' &&
      made?.type === 'Identifier' &&
      object.name === made.name &&
      (computed || (property.type === 'Identifier' && property.name === 'at')),
  );
}
