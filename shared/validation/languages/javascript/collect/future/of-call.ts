import { isFunction, unwrap, type AnyNode, type FunctionLike, type NodeOf } from '../../node.ts';
import { propertyKey } from '../../property-key.ts';
import { returnsOf } from '../../returns.ts';
import { pathsOf } from '../../value.ts';
import { resultOf } from './result-of.ts';
import { earlierThan } from './joins.ts';
import { isAboveZero, knownNumber, number, plus, type Linear } from './linear.ts';
import type { Market } from './market.ts';
import { measuredList } from './moment.ts';
import { combined, type Provenance, type Series } from './provenance.ts';

/** Results of these have the elements of the list they are called on, or one for each of them. */
const keepsPlaces = /^(?:map|flatMap|concat|with|fill|entries|values|valueOf)$/;
const reorders = /^(?:sort|toSorted|reverse|toReversed)$/;

/** A list that a call gives back. */
export function ofCall(market: Market, node: NodeOf<'CallExpression'>): Provenance {
  const { callee } = node;
  if (callee.type === 'Super') return undefined;
  const [first] = node.arguments;
  if (callee.type === 'MemberExpression' && callee.object.type !== 'Super') {
    const base = market.of(callee.object);
    const [method = ''] = propertyKey(market.evaluator, callee);
    if (base !== undefined) return ofMethod(market, base, method, node.arguments);
  }
  const [path] = pathsOf(market.evaluator.evaluate(callee));
  if (path !== undefined && first !== undefined) return ofBuiltIn(market, path, first);
  return ofFunctions(market, market.sites.functionsAt(callee), node.arguments);
}

function ofBuiltIn(market: Market, path: string, first: AnyNode): Provenance {
  if (/(?:Array\.(?:from|of)|Object\.(?:freeze|seal)|structuredClone)$/.test(path)) {
    if (first.type === 'ObjectExpression') return lengthProvenance(market, first) ?? 'past';
    return market.of(first);
  }
  return path === 'Object.values' && market.of(first) === 'past' ? 'past' : undefined;
}

/** `Array.from({ length: closes.length }, …)` has a place for every close. */
function lengthProvenance(market: Market, node: NodeOf<'ObjectExpression'>): Provenance {
  for (const part of node.properties) {
    const list = part.type === 'Property' ? measuredList(market, part.value) : undefined;
    if (list !== undefined) return market.of(list);
  }
  return undefined;
}

/** `new Float64Array(closes)`. */
export function ofNew(market: Market, node: NodeOf<'NewExpression'>): Provenance {
  const [path = ''] = pathsOf(market.evaluator.evaluate(node.callee));
  const [first] = node.arguments;
  if (!/Array$|^Map$|^Set$/.test(path)) return undefined;
  return (first && path.endsWith('Array') ? market.of(first) : undefined) ?? 'past';
}

function ofMethod(
  market: Market,
  base: Series | 'past',
  method: string,
  args: readonly AnyNode[],
): Provenance {
  if (method === 'slice' || method === 'subarray' || method === 'toSpliced') {
    return base === 'past' ? 'past' : ofSlice(market, base, method, args);
  }
  if (keepsPlaces.test(method)) {
    // What is worked out from the numbers of a table is the text's own.
    const isSettings = base !== 'past' && base.isTable && base.isVague;
    return isSettings && method !== 'concat' ? undefined : base;
  }
  if (reorders.test(method)) return base === 'past' ? 'past' : { ...base, isReordered: true };
  if (method !== 'filter') return undefined;
  if (base === 'past') return 'past';
  const [predicate] = args;
  if (predicate === undefined || !isFunction(predicate)) return base;
  if (earlierThan(market, predicate)) return 'past';
  return { ...base, shift: plus(base.shift, skippedBy(predicate)) };
}

/** `closes.slice(1)` begins one bar later; `closes.slice(0, i + 1)` is the past. */
function ofSlice(
  market: Market,
  base: Series,
  method: string,
  args: readonly AnyNode[],
): Provenance {
  const [start, end] = args;
  if (start === undefined) return base;
  const from = market.range(start);
  if (method === 'toSpliced') {
    const count = end && knownNumber(market.range(end).low);
    const isFront = knownNumber(from.low) === 0 && count !== undefined && args.length === 2;
    return isFront ? { ...base, shift: plus(base.shift, number(count)) } : undefined;
  }
  if (from.base !== undefined) return 'past';
  if (end !== undefined) {
    const until = market.range(end);
    if (until.base !== undefined) return 'past';
    const isNearEnd = (knownNumber(until.low) ?? 0) < 0 || measuredList(market, end) !== undefined;
    if (!isNearEnd) return undefined;
  }
  const skipped = from.low;
  const isKnown = knownNumber(skipped);
  if (isKnown === undefined ? !isAboveZero(skipped) : isKnown < 0) return undefined;
  return { ...base, shift: plus(base.shift, skipped) };
}

/** `filter((_, k) => k > 0)` leaves the first out. */
function skippedBy(predicate: FunctionLike): Linear {
  const result = resultOf(predicate);
  const [, index] = predicate.params;
  if (index?.type !== 'Identifier' || result?.type !== 'BinaryExpression') return number(0);
  const { left, right, operator } = result;
  const isIndex = left.type === 'Identifier' && left.name === index.name;
  if (!isIndex || right.type !== 'Literal' || typeof right.value !== 'number') return number(0);
  if (operator === '>') return number(right.value + 1);
  return number(operator === '>=' ? right.value : 0);
}

/** What the text's own functions give back for a list. */
function ofFunctions(
  market: Market,
  functions: readonly FunctionLike[],
  args: readonly AnyNode[],
): Provenance {
  if (functions.length === 0) return undefined;
  const results = functions.flatMap(({ body }) =>
    body.type === 'BlockStatement' ? returnsOf(body) : [unwrap(body)],
  );
  const provenance = combined(results.map((result) => market.of(result)));
  if (provenance === undefined || provenance === 'past' || args.length === 0) return provenance;
  const given = args.map((argument) => market.of(argument));
  const isOfWhole = given.some((one) => one !== undefined && one !== 'past');
  return isOfWhole || !given.includes('past') ? provenance : 'past';
}
