import { unwrap, type AnyNode } from '../../node.ts';
import { propertyKey } from '../../property-key.ts';
import { isDateSetter } from './built-in-methods.ts';
import { constantOf, typeOf } from './constants.ts';
import { staysFinite } from './bounded-growth.ts';
import { binary, type Known } from './known-values.ts';
import { isSize, rangeOf } from './ranges.ts';
import { rateOf } from './rates.ts';
import type { LoopView } from './loop-view.ts';
import { valueBefore } from './rounds.ts';
import type { Truth } from './truth.ts';

/** More rounds than any run of a strategy has time for. */
const endlessRounds = 1e9;
const typeNames = /^(?:undefined|object|boolean|number|bigint|string|symbol|function)$/;

/** What becomes of a comparison from round to round; undefined for another operator. */
export function comparisonTruth(
  view: LoopView,
  operator: string,
  left: AnyNode,
  right: AnyNode,
): Truth | undefined {
  if (!/^(?:[<>]=?|[!=]==?)$/.test(operator)) return undefined;
  if (operator.startsWith('>')) {
    return comparisonTruth(view, operator.replace('>', '<'), right, left);
  }
  const [a, b] = [constantOf(view, left), constantOf(view, right)];
  const folded = binary(a, operator, b);
  if (folded !== undefined) return folded.value ? 'true' : 'false';
  const isUnequal = operator.startsWith('!');
  const byEnd = truthAtEnd(view, operator, left, right, a, b);
  if (byEnd !== undefined) return byEnd;
  if (isNever(view, left) || isNever(view, right)) return isUnequal ? 'true' : 'false';
  if (/^[!=]/.test(operator) && neverEqual(view, operator, left, right)) {
    return isUnequal ? 'true' : 'false';
  }
  const byRange = rangeTruth(view, operator, left, right);
  if (byRange !== undefined) return byRange;
  if (isDateMoved(view, left) || isDateMoved(view, right)) return 'open';
  if (view.isFixed(left) && view.isFixed(right)) return 'fixed';
  return movingTruth(view, operator, left, right) ?? 'open';
}

/** `x > -Infinity`, `x !== Infinity`: true for ever of what stays finite. */
function truthAtEnd(
  view: LoopView,
  operator: string,
  left: AnyNode,
  right: AnyNode,
  a: Known | undefined,
  b: Known | undefined,
): Truth | undefined {
  const [end, other] = isInfinite(a) ? [a, right] : [b, left];
  if (!isInfinite(end) || !staysFinite(view, other)) return undefined;
  const probe = { value: 0 };
  const folded = isInfinite(a) ? binary(a, operator, probe) : binary(probe, operator, b);
  return folded?.value === true ? 'true' : 'false';
}

const isInfinite = (known: Known | undefined): boolean =>
  known?.value === Infinity || known?.value === -Infinity;

/** `day < end`, where the day itself is moved: `day.setDate(…)`. */
const isDateMoved = (view: LoopView, side: AnyNode): boolean =>
  view.effects.changes.some(
    ({ callee }) =>
      callee.type === 'MemberExpression' &&
      callee.object.type !== 'Super' &&
      isDateSetter(propertyKey(view.evaluator, callee)[0] ?? '') &&
      (view.pathOf(callee.object) ?? '') === view.pathOf(side),
  );

/** No number, or a counter that started as none: every comparison with it fails. */
function isNever(view: LoopView, node: AnyNode): boolean {
  const constant = constantOf(view, node);
  if (constant !== undefined) return Number.isNaN(constant.value);
  const variable = view.variableOf(unwrap(node));
  if (variable === undefined) return false;
  const start = valueBefore(view, variable);
  const isNone = start !== undefined && (start.value === undefined || Number.isNaN(start.value));
  return isNone && rateOf(view, node) !== undefined && view.isAssigned(variable);
}

function neverEqual(view: LoopView, operator: string, left: AnyNode, right: AnyNode): boolean {
  const [a, b] = [unwrap(left), unwrap(right)];
  // A new object equals nothing; `==` may still look into it.
  const fresh = [a, b].filter(({ type }) => isFreshObject(type)).length;
  if (fresh === 2 || (fresh === 1 && operator.length === 3)) return true;
  for (const [side, other] of [
    [a, b],
    [b, a],
  ] as const) {
    if (side.type !== 'UnaryExpression' || side.operator !== 'typeof') continue;
    const name = constantOf(view, other)?.value;
    if (typeof name === 'string' && !typeNames.test(name)) return true;
  }
  if (operator.length < 3) return false;
  const [one, two] = [certainType(view, a), certainType(view, b)];
  return one !== undefined && two !== undefined && one !== two;
}

/** Names and members may hold more than the text shows. */
const certainType = (view: LoopView, node: AnyNode): string | undefined =>
  /^(?:Identifier|MemberExpression|ThisExpression)$/.test(node.type)
    ? undefined
    : typeOf(view, node);

const isFreshObject = (type: string): boolean =>
  /^(?:Array|Object|ArrowFunction|Function|Class|New)Expression$/.test(type);

function rangeTruth(
  view: LoopView,
  operator: string,
  left: AnyNode,
  right: AnyNode,
): Truth | undefined {
  const [a, b] = [rangeOf(view, left), rangeOf(view, right)];
  if (a === undefined || b === undefined) return undefined;
  switch (operator) {
    case '<':
      if (a.high < b.low) return 'true';
      return a.low >= b.high ? 'false' : undefined;
    case '<=':
      if (a.high <= b.low) return 'true';
      return a.low > b.high ? 'false' : undefined;
    default: {
      if (a.high >= b.low && b.high >= a.low) return undefined;
      return operator.startsWith('!') ? 'true' : 'false';
    }
  }
}

/** Where both sides are counters: whether they move towards each other. */
function movingTruth(
  view: LoopView,
  operator: string,
  left: AnyNode,
  right: AnyNode,
): Truth | undefined {
  const inner = unwrap(left);
  if (/^[!=]/.test(operator) && inner.type === 'MemberExpression' && isSize(view, inner)) {
    // A length is never below nothing.
    if (constantOf(view, right)?.value !== 0) return undefined;
    return comparisonTruth(view, operator.startsWith('!') ? '>' : '<=', left, right);
  }
  const [a, b] = [rateOf(view, left), rateOf(view, right)];
  if (a === undefined || b === undefined) return undefined;
  const start = binary(startOf(view, left), operator, startOf(view, right))?.value;
  // The way from the left side to the right one.
  const gap = { low: b.low - a.high, high: b.high - a.low };
  if (Number.isNaN(gap.low) || Number.isNaN(gap.high)) return undefined;
  if (operator.startsWith('<')) {
    if (gap.low >= 0) return start === true ? 'true' : 'lasting';
    if (gap.high <= 0 && start === false) return 'false';
    return isTooFar(view, left, right, -gap.low) ? 'true' : undefined;
  }
  if (gap.low === 0 && gap.high === 0) return 'fixed';
  const misses = missesFor(view, left, right, gap);
  if (misses) return operator.startsWith('!') ? 'true' : 'false';
  return undefined;
}

/** The value of a side when the loop begins. */
function startOf(view: LoopView, node: AnyNode): { value: number } | undefined {
  const inner = unwrap(node);
  if (inner.type === 'UpdateExpression') {
    const step = inner.prefix ? (inner.operator === '++' ? 1 : -1) : 0;
    const start = startOf(view, inner.argument);
    return start && { value: start.value + step };
  }
  if (inner.type === 'AssignmentExpression' && /^[+-]=$/.test(inner.operator)) {
    const [from, step] = [startOf(view, inner.left), startOf(view, inner.right)];
    return (
      from && step && { value: from.value + (inner.operator === '+=' ? step.value : -step.value) }
    );
  }
  if (inner.type === 'BinaryExpression' && inner.left.type !== 'PrivateIdentifier') {
    const found = binary(startOf(view, inner.left), inner.operator, startOf(view, inner.right));
    return typeof found?.value === 'number' ? { value: found.value } : undefined;
  }
  const variable = view.variableOf(inner);
  const isMoving = variable !== undefined && view.isAssigned(variable);
  const known = isMoving ? valueBefore(view, variable) : constantOf(view, inner);
  if (typeof known?.value === 'bigint') return { value: Number(known.value) };
  return typeof known?.value === 'number' ? { value: known.value } : undefined;
}

/** `i < 1e15`, `x < 1` in steps of a millionth of a millionth. */
function isTooFar(view: LoopView, left: AnyNode, right: AnyNode, fastest: number): boolean {
  const [from, to] = [startOf(view, left), startOf(view, right)];
  const way =
    from !== undefined && to !== undefined ? to.value - from.value : distance(view, left, right);
  return way !== undefined && way / fastest >= endlessRounds;
}

/** A bound that is far from wherever a counter may sensibly start. */
function distance(view: LoopView, left: AnyNode, right: AnyNode): number | undefined {
  const [from, to] = [startOf(view, left)?.value, startOf(view, right)?.value];
  if (to !== undefined && to >= 1e12) return to;
  return from !== undefined && from <= -1e12 ? -from : undefined;
}

/** Whether a counter of equal steps passes its end without ever standing on it, or walks away from it. */
function missesFor(
  view: LoopView,
  left: AnyNode,
  right: AnyNode,
  gap: { readonly low: number; readonly high: number },
): boolean {
  const [from, to] = [startOf(view, left), startOf(view, right)];
  if (from === undefined || to === undefined) return false;
  const isAway = from.value < to.value ? gap.low >= 0 : gap.high <= 0;
  if (from.value !== to.value && isAway) return true;
  if (gap.low !== gap.high || !Number.isFinite(gap.low)) return false;
  // In numbers as the machine has them: ten times 0.1 is not 1.
  const isLeft = view.isFixed(right);
  if (!isLeft && !view.isFixed(left)) return false;
  let value = isLeft ? from.value : to.value;
  const [end, step] = isLeft ? [to.value, -gap.low] : [from.value, gap.low];
  for (let round = 0; round < 100_000; round++) {
    if (value === end) return false;
    if (step > 0 ? value > end : value < end) return true;
    value += step;
  }
  return (end - value) / step >= endlessRounds;
}
