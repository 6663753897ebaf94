import type { Evaluator } from '../../evaluate.ts';
import { unwrap, type AnyNode } from '../../node.ts';

/** What market data is called, in whole or as the end of a name: `bars`, `dailyCloses`. */
const bars =
  /(?:^|_|[a-z](?=[A-Z]))(?:bars|candles|candlesticks|klines|ohlcv?|quotes|ticks|data|frame|df|dataset|feed|history)$/i;
const columns =
  /(?:^|_|[a-z](?=[A-Z]))(?:prices?|closes?|opens?|highs?|lows?|volumes?|series|returns)$/i;

/** Results of these on a series run along all of it as well. */
const derivations = new Set(['map', 'filter', 'flatMap', 'concat', 'toSorted', 'toReversed']);

/**
 * The name of a series of market data that covers the whole run; undefined for anything else. A list
 * that the strategy collects itself (`this.closes = []`) only holds the past.
 */
export function marketSeries(evaluator: Evaluator, node: AnyNode, depth = 0): string | undefined {
  const inner = unwrap(node);
  if (depth > 5 || isOwnList(evaluator, inner)) return undefined;
  if (inner.type === 'Identifier') return ofVariable(evaluator, inner, depth);
  if (inner.type === 'MemberExpression') {
    const { property, computed } = inner;
    if (computed || property.type !== 'Identifier') return undefined;
    if (isSeriesName(property.name)) return property.name;
    return undefined;
  }
  if (inner.type === 'ArrayExpression' && inner.elements.length === 1) {
    const [only] = inner.elements;
    if (only?.type === 'SpreadElement') return marketSeries(evaluator, only.argument, depth + 1);
  }
  return derivedFrom(evaluator, inner, depth);
}

function ofVariable(
  evaluator: Evaluator,
  node: Extract<AnyNode, { type: 'Identifier' }>,
  depth: number,
): string | undefined {
  const [definition] = evaluator.scopes.variableOf(node)?.defs ?? [];
  const declarator =
    definition?.type === 'Variable' ? (definition.node as unknown as AnyNode) : undefined;
  if (declarator?.type !== 'VariableDeclarator' || !declarator.init) {
    const isReceived = definition === undefined || definition.type === 'Parameter';
    return (isReceived || declarator !== undefined) && isSeriesName(node.name)
      ? node.name
      : undefined;
  }
  if (declarator.id.type === 'ObjectPattern')
    return isSeriesName(node.name) ? node.name : undefined;
  return marketSeries(evaluator, declarator.init, depth + 1) === undefined ? undefined : node.name;
}

/** `bars.map((bar) => bar.close)`; a slice is judged by where it ends. */
function derivedFrom(evaluator: Evaluator, node: AnyNode, depth: number): string | undefined {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return undefined;
  const { property, object } = node.callee;
  if (property.type !== 'Identifier') return undefined;
  const isCopy = property.name === 'slice' && node.arguments.length === 0;
  if (!isCopy && !derivations.has(property.name)) return undefined;
  return object.type === 'Super' ? undefined : marketSeries(evaluator, object, depth + 1);
}

export const isSeriesName = (name: string): boolean => bars.test(name) || columns.test(name);

/** Series of whole bars, which are sorted by their outcome, unlike a list of numbers. */
export const isBarsName = (name: string): boolean => bars.test(name);

export function isOwnList(evaluator: Evaluator, node: AnyNode): boolean {
  const isSpread = node.type === 'ArrayExpression' && node.elements[0]?.type === 'SpreadElement';
  if (isSpread) return false;
  return evaluator
    .evaluate(node)
    .some(
      (value) =>
        value.kind === 'array' ||
        value.kind === 'object' ||
        (value.kind === 'instance' && /Array|Map|Set|Object/.test(value.of)),
    );
}
