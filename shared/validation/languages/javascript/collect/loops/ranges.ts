import { unwrap, type AnyNode, type NodeOf } from '../../node.ts';
import { propertyKey } from '../../property-key.ts';
import { single } from '../../value.ts';
import { constantOf } from './constants.ts';
import { hull, negated, plus, point, times, type Interval } from './interval.ts';
import type { LoopView } from './loop-view.ts';

/** Between which numbers an expression lies, whatever its names hold; undefined where it may be anything. */
export function rangeOf(view: LoopView, expression: AnyNode): Interval | undefined {
  const node = unwrap(expression);
  const constant = constantOf(view, node);
  if (constant !== undefined) {
    const { value } = constant;
    return typeof value === 'number' && !Number.isNaN(value) ? point(value) : undefined;
  }
  switch (node.type) {
    case 'Identifier':
      return valuesRange(view, node);
    case 'MemberExpression':
      return isSize(view, node) ? { low: 0, high: 2 ** 53 } : undefined;
    case 'UnaryExpression': {
      const range = node.operator === '-' ? rangeOf(view, node.argument) : undefined;
      return range && negated(range);
    }
    case 'ConditionalExpression': {
      const [one, other] = [rangeOf(view, node.consequent), rangeOf(view, node.alternate)];
      return one && other && hull(one, other);
    }
    case 'BinaryExpression':
      return node.left.type === 'PrivateIdentifier' ? undefined : binaryRange(view, node);
    case 'CallExpression':
      return callRange(view, node);
    default:
      return undefined;
  }
}

/** A name that only ever gets these numbers. */
function valuesRange(view: LoopView, node: AnyNode): Interval | undefined {
  let range: Interval | undefined;
  for (const value of view.evaluator.evaluate(node)) {
    if (value.kind !== 'constant' || typeof value.value !== 'number') return undefined;
    if (Number.isNaN(value.value)) return undefined;
    range = hull(range ?? point(value.value), point(value.value));
  }
  return range;
}

/** `list.length`, `set.size`; on something that may not have it, a comparison is false anyway. */
export function isSize(view: LoopView, member: NodeOf<'MemberExpression'>): boolean {
  const [name] = propertyKey(view.evaluator, member);
  if (name !== 'length' && name !== 'size') return false;
  const owner = view.evaluator.evaluate(member.object);
  const isOwn = owner.some(({ kind }) => kind === 'object' || kind === 'self' || kind === 'module');
  return member.object.type !== 'Super' && !isOwn;
}

function binaryRange(
  view: LoopView,
  { operator, left, right }: NodeOf<'BinaryExpression'>,
): Interval | undefined {
  const a = left.type === 'PrivateIdentifier' ? undefined : rangeOf(view, left);
  const b = rangeOf(view, right);
  switch (operator) {
    case '+':
      return a && b && plus(a, b);
    case '-':
      return a && b && plus(a, negated(b));
    case '*':
      return a && b && times(a, b);
    case '%': {
      const most = b && b.low > 0 ? b.high : undefined;
      if (most === undefined) return undefined;
      // The remainder is always nearer to nothing than the divisor.
      const high = most * (1 - Number.EPSILON);
      return { low: a !== undefined && a.low >= 0 ? 0 : -high, high };
    }
    case '&': {
      const mask = [a, b].find((side) => side !== undefined && side.low >= 0);
      return mask && { low: 0, high: mask.high };
    }
    case '>>>':
      return { low: 0, high: 2 ** 32 };
    default:
      return undefined;
  }
}

/** Results of the language's functions that are numbers of a certain kind whenever they are numbers. */
const results: Readonly<Record<string, Interval>> = {
  'Math.random': { low: 0, high: 1 - 2 ** -53 },
  'Math.abs': { low: 0, high: Infinity },
  'Math.sqrt': { low: 0, high: Infinity },
  'Math.hypot': { low: 0, high: Infinity },
  'Math.exp': { low: 0, high: Infinity },
  'Math.sin': { low: -1, high: 1 },
  'Math.cos': { low: -1, high: 1 },
  'Math.tanh': { low: -1, high: 1 },
  'Math.sign': { low: -1, high: 1 },
  'Date.now': { low: 0, high: 8.64e15 },
  'performance.now': { low: 0, high: 8.64e15 },
};

function callRange(view: LoopView, node: NodeOf<'CallExpression'>): Interval | undefined {
  const { callee } = node;
  const value = single(view.evaluator.evaluate(callee));
  const path = value?.kind === 'global' ? value.path : '';
  if (Object.hasOwn(results, path)) return results[path];
  if (path === 'Math.floor' || path === 'Math.trunc' || path === 'Math.round') {
    const range = node.arguments[0] && rangeOf(view, node.arguments[0]);
    return range && { low: Math.floor(range.low), high: Math.ceil(range.high) };
  }
  if (callee.type !== 'MemberExpression' || callee.object.type === 'Super') return undefined;
  const [name] = propertyKey(view.evaluator, callee);
  if (name !== 'indexOf' && name !== 'lastIndexOf' && name !== 'findIndex') return undefined;
  return { low: -1, high: 2 ** 53 };
}
