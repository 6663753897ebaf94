import { parentOf, unwrap, type AnyNode, type NodeOf } from '../../node.ts';
import { propertyKey } from '../../property-key.ts';
import { single } from '../../value.ts';
import { constantOf } from './constants.ts';
import { elementRange } from './element-range.ts';
import { hull, negated, plus, point, times, type Interval } from './interval.ts';
import type { LoopView } from './loop-view.ts';

/** Between which numbers an expression lies, whatever its names hold; undefined where it may be anything. */
export function rangeOf(view: LoopView, expression: AnyNode): Interval | undefined {
  const node = unwrap(expression);
  const constant = constantOf(view, node);
  if (constant !== undefined) {
    const { value } = constant;
    if (typeof value === 'bigint') return point(Number(value));
    return typeof value === 'number' && !Number.isNaN(value) ? point(value) : undefined;
  }
  switch (node.type) {
    case 'Identifier':
      return valuesRange(view, node);
    case 'MemberExpression':
      return isSize(view, node) ? { low: 0, high: 2 ** 53 } : elementRange(view, node);
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

/** A name that only ever gets these numbers, or is only ever assigned what lies in such a range. */
function valuesRange(view: LoopView, node: AnyNode): Interval | undefined {
  const variable = view.variableOf(node);
  const isPlain = variable?.defs.length === 1 && variable.defs[0]?.type === 'Variable';
  if (!isPlain || view.inProgress.has(variable)) return undefined;
  view.inProgress.add(variable);
  let range: Interval | undefined;
  let isKnown = true;
  for (const reference of variable.references) {
    if (!reference.isWrite()) continue;
    const assigned = assignedRange(view, reference.identifier);
    isKnown &&= assigned !== undefined;
    range = assigned && hull(range ?? assigned, assigned);
  }
  view.inProgress.delete(variable);
  return isKnown ? range : undefined;
}

function assignedRange(view: LoopView, write: AnyNode): Interval | undefined {
  const parent = parentOf(write);
  if (parent?.type === 'VariableDeclarator' && parent.id === write) {
    return parent.init ? rangeOf(view, parent.init) : undefined;
  }
  if (parent?.type !== 'AssignmentExpression' || parent.left !== write) return undefined;
  const right = rangeOf(view, parent.right);
  if (parent.operator === '=') return right;
  if (parent.operator === '&=' && right && right.low >= 0) return { low: 0, high: right.high };
  return parent.operator === '%=' ? remainderRange(undefined, right) : undefined;
}

/** `list.length`, `set.size`; on something that may not have it, a comparison is false anyway. */
export function isSize(view: LoopView, member: NodeOf<'MemberExpression'>): boolean {
  const [name] = propertyKey(view.evaluator, member);
  if (name !== 'length' && name !== 'size') return false;
  return member.object.type !== 'Super' && !isOwnThing(view, member.object);
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
    case '%':
      return remainderRange(a, b);
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

/** A remainder is always nearer to nothing than the divisor. */
function remainderRange(a: Interval | undefined, b: Interval | undefined): Interval | undefined {
  if (b === undefined || b.low <= 0) return undefined;
  const high = b.high * (1 - Number.EPSILON);
  return { low: a !== undefined && a.low >= 0 ? 0 : -high, high };
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
  'Date.now': { low: 1, high: 8.64e15 },
  'performance.now': { low: 0, high: 8.64e15 },
};

/** Parts of a date, by the end of the method's name. */
const dateParts: Readonly<Partial<Record<string, Interval>>> = {
  Day: { low: 0, high: 6 },
  Month: { low: 0, high: 11 },
  Date: { low: 1, high: 31 },
  Hours: { low: 0, high: 23 },
  Minutes: { low: 0, high: 59 },
  Seconds: { low: 0, high: 59 },
  Milliseconds: { low: 0, high: 999 },
};

/** The text's own classes and tables may call anything `getDay`. */
const isOwnThing = (view: LoopView, node: AnyNode): boolean =>
  view.evaluator
    .evaluate(node)
    .some(({ kind }) => kind === 'object' || kind === 'self' || kind === 'module');

function callRange(view: LoopView, node: NodeOf<'CallExpression'>): Interval | undefined {
  const { callee } = node;
  const value = single(view.evaluator.evaluate(callee));
  const path = value?.kind === 'global' ? value.path : '';
  if (Object.hasOwn(results, path)) return results[path];
  if (path === 'Math.max' || path === 'Math.min') return extremeRange(view, path, node.arguments);
  if (path === 'Math.floor' || path === 'Math.trunc' || path === 'Math.round') {
    const range = node.arguments[0] && rangeOf(view, node.arguments[0]);
    return range && { low: Math.floor(range.low), high: Math.ceil(range.high) };
  }
  if (callee.type !== 'MemberExpression' || callee.object.type === 'Super') return undefined;
  const [name] = propertyKey(view.evaluator, callee);
  const ofDate = dateParts[(name ?? '').replace(/^get(?:UTC)?/, '')];
  if (ofDate !== undefined && name?.startsWith('get') && !isOwnThing(view, callee.object)) {
    return ofDate;
  }
  if (name === 'push' || name === 'unshift') return { low: 1, high: 2 ** 53 };
  if (name !== 'indexOf' && name !== 'lastIndexOf' && name !== 'findIndex') return undefined;
  return { low: -1, high: 2 ** 53 };
}

/** `Math.max(0, x)` is never below nothing, whatever `x` is. */
function extremeRange(view: LoopView, path: string, given: readonly AnyNode[]): Interval {
  const ranges = given.map(
    (argument) => rangeOf(view, argument) ?? { low: -Infinity, high: Infinity },
  );
  const [lows, highs] = [ranges.map(({ low }) => low), ranges.map(({ high }) => high)];
  const extreme = path === 'Math.max' ? Math.max : Math.min;
  return { low: extreme(...lows), high: extreme(...highs) };
}
