import type { Variable } from '../../scopes/scope.ts';
import { isFunction, parentOf, unwrap, type AnyNode, type NodeOf } from '../../node.ts';
import { propertyKey } from '../../property-key.ts';
import { memberName } from './member-name.ts';
import type { Market } from './market.ts';
import type { Series } from './provenance.ts';

export type Loop = NodeOf<
  'ForStatement' | 'WhileStatement' | 'DoWhileStatement' | 'ForOfStatement' | 'ForInStatement'
>;

export const isLoop = (node: AnyNode): node is Loop =>
  /^(?:For|ForOf|ForIn|While|DoWhile)Statement$/.test(node.type);

/** The loops and functions around a node, from the inside: each may stand at one bar at a time. */
export function* momentsAround(node: AnyNode): Generator<AnyNode> {
  for (let current = parentOf(node); current !== undefined; current = parentOf(current)) {
    if (isLoop(current) || isFunction(current)) yield current;
  }
}

export const contains = (outer: AnyNode, inner: AnyNode): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;

/** It goes along all of its series, not only along a window of it. */
export function walksAll(market: Market, moment: AnyNode): boolean {
  if (!isLoop(moment)) return isFunction(moment);
  if (moment.type === 'ForOfStatement' || moment.type === 'ForInStatement') return true;
  const [comparison] = comparisonsIn(moment.test);
  if (comparison === undefined || moment.test?.type === 'LogicalExpression') return false;
  if (moment.type !== 'ForStatement') return boundOf(market, moment) !== undefined;
  if (moment.init?.type !== 'VariableDeclaration') return false;
  const [start] = moment.init.declarations.map(({ init }) => init);
  const ends = [start, comparison.right, comparison.left];
  const isFromStart = ends.some((end) => end?.type === 'Literal');
  return isFromStart && ends.some((end) => end && measuredList(market, end) !== undefined);
}

/** The series that a loop or a callback goes along, bar by bar. */
export function walkedBy(market: Market, moment: AnyNode): Series | undefined {
  if (moment.type === 'ForOfStatement') return market.series(listIn(market, moment.right));
  if (moment.type === 'ForInStatement') return market.series(moment.right);
  if (isLoop(moment)) return countedSeries(market, moment);
  if (!isFunction(moment)) return undefined;
  for (const { walked } of market.sites.of(moment)) {
    const series = walked && market.series(lengthGiven(market, walked) ?? walked);
    if (series !== undefined) return series;
  }
  return undefined;
}

/** `bars.entries()` goes along `bars`. */
export function listIn(market: Market, node: AnyNode): AnyNode {
  const inner = unwrap(node);
  if (inner.type !== 'CallExpression' || inner.callee.type !== 'MemberExpression') return inner;
  const { callee } = inner;
  if (callee.object.type === 'Super') return inner;
  const [name = ''] = propertyKey(market.evaluator, callee);
  return /^(?:entries|keys|values)$/.test(name) ? callee.object : inner;
}

/** `Array.from({ length: closes.length }, …)` goes along `closes`. */
function lengthGiven(market: Market, node: AnyNode): AnyNode | undefined {
  if (node.type !== 'ObjectExpression') return undefined;
  for (const part of node.properties) {
    if (part.type !== 'Property' || part.key.type !== 'Identifier') continue;
    if (part.key.name === 'length') return measuredList(market, part.value);
  }
  return undefined;
}

/** The list whose length is meant: by `closes.length - 1`, or by `n` where `n = closes.length`. */
export function measuredList(market: Market, node: AnyNode, depth = 0): AnyNode | undefined {
  const inner = unwrap(node);
  if (depth > 4) return undefined;
  if (inner.type === 'BinaryExpression') {
    return (
      measuredList(market, inner.left, depth + 1) ?? measuredList(market, inner.right, depth + 1)
    );
  }
  if (inner.type === 'MemberExpression') {
    return memberName(inner) === 'length' && inner.object.type !== 'Super'
      ? inner.object
      : undefined;
  }
  if (inner.type !== 'Identifier') return undefined;
  const init = initOf(market, inner);
  return init && measuredList(market, init, depth + 1);
}

/** What a name that never changes was declared as. */
export function initOf(market: Market, node: AnyNode): AnyNode | undefined {
  if (node.type !== 'Identifier') return undefined;
  const variable = market.evaluator.scopes.variableOf(node);
  const [definition] = variable?.defs ?? [];
  if (definition?.type !== 'Variable') return undefined;
  const declarator = definition.node;
  if (declarator.type !== 'VariableDeclarator' || declarator.id.type !== 'Identifier') {
    return undefined;
  }
  const isFixed = variable?.references.every((use) => !use.isWrite() || use.init === true);
  return isFixed ? (declarator.init ?? undefined) : undefined;
}

/** The series that a counting loop goes along: the one it ends with, or reads by its counter. */
function countedSeries(market: Market, loop: Loop): Series | undefined {
  const list = boundOf(market, loop);
  if (list !== undefined) return market.series(list);
  for (const counter of countersOf(market, loop)) {
    for (const { identifier } of counter.references) {
      const use = identifier;
      const member = parentOf(use);
      if (member?.type !== 'MemberExpression' || member.property !== use) continue;
      const series = member.object.type === 'Super' ? undefined : market.series(member.object);
      if (series !== undefined) return series;
    }
  }
  return undefined;
}

function boundOf(market: Market, loop: Loop): AnyNode | undefined {
  if (loop.type === 'ForOfStatement' || loop.type === 'ForInStatement') return undefined;
  const start =
    loop.type === 'ForStatement' && loop.init?.type === 'VariableDeclaration'
      ? loop.init.declarations.map(({ init }) => init ?? undefined)
      : [];
  for (const part of [...comparisonsIn(loop.test), ...start]) {
    const list = part && measuredList(market, part);
    if (list !== undefined) return list;
  }
  return undefined;
}

/** The comparisons that a loop's test is made of. */
export function comparisonsIn(test: AnyNode | null | undefined): NodeOf<'BinaryExpression'>[] {
  if (!test) return [];
  if (test.type === 'LogicalExpression') {
    return [...comparisonsIn(test.left), ...comparisonsIn(test.right)];
  }
  return test.type === 'BinaryExpression' ? [test] : [];
}

export function countersOf(market: Market, loop: Loop): readonly Variable[] {
  if (loop.type !== 'ForStatement' || !loop.init) return [];
  return loop.init.type === 'VariableDeclaration'
    ? loop.init.declarations.flatMap((part) => market.evaluator.scopes.declaredBy(part))
    : [];
}

/** It goes from the end to the beginning. */
export function isDescending(moment: AnyNode): boolean {
  if (moment.type !== 'ForStatement') return false;
  const { update, test } = moment;
  if (update?.type === 'UpdateExpression') return update.operator === '--';
  if (update?.type === 'AssignmentExpression') return update.operator === '-=';
  // `for (let i = n; i--; )`
  return test?.type === 'UpdateExpression' && test.operator === '--';
}

/** Where the names that a declaration makes are read. */
export const readsOfDeclared = (market: Market, declarator: AnyNode): AnyNode[] =>
  market.evaluator.scopes
    .declaredBy(declarator)
    .flatMap(({ references }) => references)
    .filter((reference) => reference.isRead())
    .map(({ identifier }) => identifier);
