import { isFunction, parentOf, unwrap, type AnyNode, type NodeOf } from '../../../node.ts';
import { pathsOf } from '../../../value.ts';
import { stepsOf } from '../counter.ts';
import { asNumber } from '../range-value.ts';
import { isAboveZero, isBelowZero, knownNumber } from '../linear.ts';
import type { Market } from '../market.ts';
import { memberName } from '../member-name.ts';
import { comparisonsIn, initOf, isDescending, isLoop, momentsAround } from '../moment.ts';
import type { Environment } from './environment.ts';
import { isNow, stepOf } from './now.ts';
import { comparedWithNow } from './row-tests.ts';

/** A place in a list: counted from the current bar, or from where a walk stands. */
export interface Place {
  readonly from: 'now' | AnyNode;
  /** The furthest that it lies after that. */
  readonly offset: number;
}

/** The place that an index means; undefined for one that is counted from nothing. */
export function placeOf(
  market: Market,
  node: AnyNode,
  environment: Environment,
  depth = 0,
): Place | undefined {
  if (depth > 10) return undefined;
  const inner = unwrap(node);
  const ask = (part: AnyNode): Place | undefined => placeOf(market, part, environment, depth + 1);
  switch (inner.type) {
    case 'Identifier':
      return ofName(market, inner, environment, depth);
    case 'MemberExpression': {
      const cursor = stepOf(market, inner);
      if (cursor !== undefined) return atCursor(cursor.start, cursor.step.end < inner.start);
      return isNow(market, inner, environment) ? { from: 'now', offset: 0 } : undefined;
    }
    case 'UpdateExpression': {
      const cursor = stepOf(market, inner.argument);
      if (cursor !== undefined) return atCursor(cursor.start, inner.prefix);
      return ask(inner.argument);
    }
    case 'UnaryExpression':
      return inner.operator === '+' ? ask(inner.argument) : undefined;
    case 'BinaryExpression':
      return ofBinary(market, inner, environment, ask);
    case 'CallExpression': {
      const [path = ''] = pathsOf(market.evaluator.evaluate(inner.callee));
      if (isPlaceOfNow(market, inner, environment)) return { from: 'now', offset: 0 };
      if (!/^(?:Math\.(?:min|max|floor|trunc|round)|Number|(?:Number\.)?parseInt)$/.test(path)) {
        return undefined;
      }
      return inner.arguments.map(ask).find((place) => place !== undefined);
    }
    case 'LogicalExpression':
      return ask(inner.left) ?? ask(inner.right);
    case 'ConditionalExpression':
      return further(ask(inner.consequent), ask(inner.alternate));
    default:
      return undefined;
  }
}

const atCursor = (start: number, isStepped: boolean): Place => ({
  from: 'now',
  offset: start + (isStepped ? 1 : 0),
});

const further = (a: Place | undefined, b: Place | undefined): Place | undefined =>
  a !== undefined && b !== undefined && b.offset > a.offset ? b : (a ?? b);

function ofBinary(
  market: Market,
  { left, right, operator }: NodeOf<'BinaryExpression'>,
  environment: Environment,
  ask: (part: AnyNode) => Place | undefined,
): Place | undefined {
  if (left.type === 'PrivateIdentifier') return undefined;
  if (operator === '%' || operator === '|') return ask(left);
  if (operator !== '+' && operator !== '-') return undefined;
  const [a, b] = [ask(left), ask(right)];
  // Of two places the one that belongs to a bar is the base: `bar.index + k`.
  const isRightBase =
    operator === '+' && (a === undefined || (a.from !== 'now' && b?.from === 'now'));
  const base = isRightBase ? b : a;
  if (base === undefined) return undefined;
  const distance = isRightBase ? left : right;
  return { ...base, offset: base.offset + furthest(market, distance, operator, environment) };
}

/** The largest that an amount adds; an unknown one that is added counts as one. */
function furthest(
  market: Market,
  node: AnyNode,
  operator: string,
  environment: Environment,
  depth = 0,
): number {
  const inner = unwrap(node);
  if (inner.type === 'Identifier') {
    const variable = market.evaluator.scopes.variableOf(inner);
    const binding = variable && environment.get(variable);
    if (binding?.kind === 'argument' && depth < 6) {
      return furthest(market, binding.node, operator, binding.within, depth + 1);
    }
  }
  const { low, high } = asNumber(market.range(inner));
  const bound = operator === '+' ? high : low;
  const known = knownNumber(bound);
  if (known !== undefined) return operator === '+' ? known : -known;
  if (operator === '+') return isAboveZero(bound) ? 1 : 0;
  return isBelowZero(bound) ? 1 : -1;
}

function ofName(
  market: Market,
  node: NodeOf<'Identifier'>,
  environment: Environment,
  depth: number,
): Place | undefined {
  const variable = market.evaluator.scopes.variableOf(node);
  if (variable === undefined) return undefined;
  const binding = environment.get(variable);
  if (binding?.kind === 'place') return { from: binding.walk, offset: -binding.shift };
  if (binding?.kind === 'argument') {
    return placeOf(market, binding.node, binding.within, depth + 1);
  }
  const cursor = stepOf(market, node);
  if (cursor !== undefined) return atCursor(cursor.start, cursor.step.end < node.start);
  const init = initOf(market, node);
  if (init !== undefined) return placeOf(market, init, environment, depth + 1);
  if (isNow(market, node, environment)) return { from: 'now', offset: 0 };
  const { base, high } = market.range(node);
  if (base?.kind === 'current')
    return { from: 'now', offset: knownNumber(high) ?? (isAboveZero(high) ? 1 : 0) };
  const declarator = variable.defs[0]?.node;
  if (declarator?.type !== 'VariableDeclarator') return undefined;
  for (const loop of momentsAround(node)) {
    if (!isLoop(loop)) continue;
    const isHeader =
      (loop.type === 'ForStatement' && loop.init === parentOf(declarator)) ||
      ((loop.type === 'ForOfStatement' || loop.type === 'ForInStatement') &&
        loop.left === parentOf(declarator));
    if (!isHeader) continue;
    const around =
      loop.type === 'ForStatement' && declarator.init
        ? upTo(market, loop, declarator.init, environment, depth)
        : undefined;
    return around ?? { from: loop, offset: 0 };
  }
  // `let j = i; while (list[j] === null) j++`
  const isStepped = stepsOf(variable).some((step) => step.isUp && step.node.start < node.start);
  if (!isStepped || !declarator.init) return undefined;
  const begin = placeOf(market, declarator.init, environment, depth + 1);
  return begin && { ...begin, offset: begin.offset + 1 };
}

/** `for (let j = i - w; j <= i + w; j++)` ends at a place, and `for (let k = i + 1; k < n; k++)` goes on from one. */
function upTo(
  market: Market,
  loop: NodeOf<'ForStatement'>,
  start: AnyNode,
  environment: Environment,
  depth: number,
): Place | undefined {
  const begin = placeOf(market, start, environment, depth + 1);
  if (isDescending(loop)) return begin;
  const [comparison] = comparisonsIn(loop.test);
  const end = comparison && placeOf(market, comparison.right, environment, depth + 1);
  // What one loop begins with may be a setting that another tries out.
  if (begin?.from !== 'now' && end === undefined) return undefined;
  if (end === undefined) return begin && { ...begin, offset: Math.max(begin.offset, 1) };
  const isOpen = comparison?.operator === '<';
  return { ...end, offset: end.offset - (isOpen ? 1 : 0) };
}

/** `rows.findIndex((row) => row.time === bar.time)`, `days.indexOf(today)`. */
function isPlaceOfNow(
  market: Market,
  { callee, arguments: [first] }: NodeOf<'CallExpression'>,
  environment: Environment,
): boolean {
  if (callee.type !== 'MemberExpression' || first === undefined) return false;
  const method = memberName(callee);
  if (/^(?:indexOf|get)$/.test(method)) return isNow(market, first, environment);
  if (!/^find(?:Last)?Index$/.test(method) || !isFunction(first)) return false;
  return comparedWithNow(market, first, environment) !== undefined;
}
