import { isFunction, parentOf, type AnyNode, type FunctionLike, type NodeOf } from '../../node.ts';
import { propertyKey } from '../../property-key.ts';
import { pathsOf } from '../../value.ts';
import { isIndexed, memberName } from './member-name.ts';
import type { Market } from './market.ts';
import { nodesWithin } from './within.ts';
import { comparisonsIn, initOf, isLoop, readsOfDeclared } from './moment.ts';
import { isTimeName } from './names.ts';
import { lastName } from './of-member.ts';
import { resultOf } from './result-of.ts';

type Call = NodeOf<'CallExpression'>;

/** A comparison of an element's time or place with another, read so that the element comes first. */
interface Order {
  readonly isLater: boolean;
  readonly other: AnyNode;
}

/** `filter((b) => b.time < bar.time)` leaves the past. */
export const earlierThan = (market: Market, predicate: AnyNode): boolean =>
  ordersIn(predicate).some(({ isLater, other }) => !isLater && isMoment(market, other));

/** `bars.find((b) => b.time > bar.time)`, `bars.filter((b, k) => k > i)`: bars after the current one. */
export const laterThan = (market: Market, predicate: AnyNode): boolean =>
  ordersIn(predicate).some(({ isLater, other }) => isLater && isMoment(market, other));

function ordersIn(predicate: AnyNode): Order[] {
  if (!isFunction(predicate)) return [];
  const result = resultOf(predicate);
  return comparisonsIn(result).flatMap((part) => orderOf(predicate, part) ?? []);
}

function orderOf(
  predicate: FunctionLike,
  { left, right, operator }: NodeOf<'BinaryExpression'>,
): Order | undefined {
  if (!/^[<>]=?$/.test(operator) || left.type === 'PrivateIdentifier') return undefined;
  const isUp = operator.startsWith('>');
  if (isOfElement(predicate, left)) return { isLater: isUp, other: right };
  return isOfElement(predicate, right) ? { isLater: !isUp, other: left } : undefined;
}

/** `b.time` or `k` in `(b, k) => …`. */
function isOfElement({ params: [element, index] }: FunctionLike, node: AnyNode): boolean {
  if (node.type === 'Identifier') {
    if (index?.type === 'Identifier' && index.name === node.name) return true;
    return element !== undefined && isTimeInPattern(element, node.name);
  }
  if (node.type !== 'MemberExpression') return false;
  return (
    element?.type === 'Identifier' &&
    node.object.type === 'Identifier' &&
    node.object.name === element.name &&
    isTimeName(memberName(node))
  );
}

/** `({ time }) => …`, `([t]) => …` */
function isTimeInPattern(element: AnyNode, name: string): boolean {
  if (element.type === 'ArrayPattern') {
    const [first] = element.elements;
    return first?.type === 'Identifier' && first.name === name;
  }
  if (element.type !== 'ObjectPattern') return false;
  return element.properties.some(
    (part) =>
      part.type === 'Property' &&
      part.key.type === 'Identifier' &&
      isTimeName(part.key.name) &&
      part.value.type === 'Identifier' &&
      part.value.name === name,
  );
}

/** The time or the place of the bar that is judged. */
function isMoment(market: Market, node: AnyNode, depth = 0): boolean {
  if (node.type === 'MemberExpression') return isTimeName(memberName(node));
  const init = depth < 4 ? initOf(market, node) : undefined;
  if (init && isMoment(market, init, depth + 1)) return true;
  return market.range(node).base?.kind === 'current' || market.range(node).base?.kind === 'walk';
}

/** `Math.abs(q.time - bar.time)` in a choice of the least: the nearest may be later. */
function choosesNearest(market: Market, choice: AnyNode): boolean {
  return nodesWithin(market.survey.ofType('CallExpression'), choice).some((call) => {
    const isDistance = pathsOf(market.evaluator.evaluate(call.callee)).includes('Math.abs');
    const [difference] = call.arguments;
    if (!isDistance || difference?.type !== 'BinaryExpression') return false;
    return difference.operator === '-' && isTime(difference.left) && isTime(difference.right);
  });
}

const isTime = (node: AnyNode): boolean =>
  isTimeName(node.type === 'Identifier' ? node.name : lastName(node));

/** Something other than its time is taken of an element that was found. */
export function takesMoreThanTime(
  market: Market,
  found: AnyNode,
  isList = false,
  seen = new Set<AnyNode>(),
): boolean {
  const parent = parentOf(found);
  switch (parent?.type) {
    case 'ChainExpression':
    case 'LogicalExpression':
    case 'ParenthesizedExpression':
      return takesMoreThanTime(market, parent, isList, seen);
    case 'MemberExpression': {
      if (parent.object !== found) return false;
      const [key = ''] = propertyKey(market.evaluator, parent);
      // `ahead[0]` of those that were found.
      if (isList) {
        const isElement = isIndexed(parent) || /^\d+$/.test(key);
        return isElement && takesMoreThanTime(market, parent, false, seen);
      }
      return !isTimeName(key) && isFigure(market, parent);
    }
    case 'VariableDeclarator':
      if (seen.has(parent)) return false;
      seen.add(parent);
      return readsOfDeclared(market, parent).some((read) =>
        takesMoreThanTime(market, read, isList, seen),
      );
    default:
      return false;
  }
}

/** A name or a label is no outcome. */
const isFigure = (market: Market, node: AnyNode): boolean =>
  market.evaluator
    .evaluate(node)
    .every((value) => value.kind !== 'constant' || typeof value.value !== 'string');

/**
 * `while (macro[k].time < bar.time) k++` stops at the first that is not before the bar. The reads of
 * `macro[k]` that come after it.
 */
export function readsPastPointer(market: Market): AnyNode[] {
  const reads: AnyNode[] = [];
  for (const loop of market.survey.ofType('WhileStatement')) {
    for (const { left, operator, right } of comparisonsIn(loop.test)) {
      if (left.type === 'PrivateIdentifier' || !/^[<>]=?$/.test(operator)) continue;
      const [early, late] = operator.startsWith('<') ? [left, right] : [right, left];
      if (!isTime(early) || !isMoment(market, late) || early.type !== 'MemberExpression') continue;
      const element = early.object;
      if (element.type !== 'MemberExpression' || element.property.type !== 'Identifier') continue;
      if (element.computed) reads.push(...sameReadsAfter(market, loop, element));
    }
  }
  return reads;
}

function sameReadsAfter(
  market: Market,
  loop: AnyNode,
  element: NodeOf<'MemberExpression'>,
): AnyNode[] {
  const { object, property } = element;
  if (object.type !== 'Identifier' || property.type !== 'Identifier') return [];
  if (market.of(object) === 'past') return [];
  const { scopes } = market.evaluator;
  const pointer = scopes.variableOf(property);
  const around = parentOf(loop);
  return (pointer?.references ?? [])
    .map(({ identifier }) => parentOf(identifier))
    .filter((read): read is NodeOf<'MemberExpression'> => {
      if (read?.type !== 'MemberExpression' || read.start < loop.end) return false;
      if (around === undefined || read.end > around.end || isLoop(read)) return false;
      const isSame =
        read.computed &&
        read.object.type === 'Identifier' &&
        read.property.type === 'Identifier' &&
        scopes.variableOf(read.object) === scopes.variableOf(object);
      return isSame && takesMoreThanTime(market, read);
    })
    .slice(0, 1);
}

/** `for (const q of quotes) if (Math.abs(q.time - t) < least) best = q;` keeps the nearest, later or not. */
export function keepsNearest(market: Market): AnyNode[] {
  const found: AnyNode[] = [];
  for (const loop of market.survey.ofType('ForOfStatement')) {
    const [declared] = loop.left.type === 'VariableDeclaration' ? loop.left.declarations : [];
    const element = declared?.id;
    if (element?.type !== 'Identifier' || market.of(loop.right) === 'past') continue;
    if (!choosesNearest(market, loop.body)) continue;
    for (const { left, right } of nodesWithin(
      market.survey.ofType('AssignmentExpression'),
      loop.body,
    )) {
      if (left.type !== 'Identifier' || right.type !== 'Identifier') continue;
      if (right.name !== element.name) continue;
      const reads = market.evaluator.scopes.variableOf(left)?.references ?? [];
      const isUsed = reads.some(({ identifier }) => takesMoreThanTime(market, identifier));
      if (isUsed) found.push(right);
    }
  }
  return found;
}

/** A search in a list for an element after the current bar, or nearest to it. */
export function joinsForward(market: Market, node: Call, method: string): boolean {
  const { callee } = node;
  if (callee.type !== 'MemberExpression' || callee.object.type === 'Super') return false;
  const [callback] = node.arguments;
  if (
    callback === undefined ||
    !/^(?:find|findIndex|filter|some|reduce|sort|toSorted)$/.test(method)
  ) {
    return false;
  }
  const provenance = market.of(callee.object);
  if (provenance === 'past') return false;
  const isTable = provenance?.isTable === true;
  if (/^(?:find|findIndex|filter|some)$/.test(method)) {
    return (
      laterThan(market, callback) &&
      (!isTable || takesMoreThanTime(market, node, method === 'filter'))
    );
  }
  return isFunction(callback) && choosesNearest(market, callback);
}
