import type { Variable } from '../../scopes/scope.ts';
import { parentOf, unwrap, type AnyNode, type NodeOf } from '../../node.ts';
import { constantOf } from './constants.ts';
import { growthOf } from './growth.ts';
import { falling, negated, plus, rising, still, times, type Interval } from './interval.ts';
import { frequencyAt, repeated } from './frequency.ts';
import { isInside } from './loop-node.ts';
import type { LoopView } from './loop-view.ts';
import { isSize, rangeOf } from './ranges.ts';
import { valueBefore } from './rounds.ts';

/** By how much an expression changes in one round, at least and at most; undefined where nobody knows. */
export function rateOf(view: LoopView, expression: AnyNode): Interval | undefined {
  const node = unwrap(expression);
  if (view.isFixed(node)) return still;
  switch (node.type) {
    case 'Identifier': {
      const variable = view.variableOf(node);
      return variable && variableRate(view, variable);
    }
    case 'UpdateExpression':
      return rateOf(view, node.argument);
    case 'AssignmentExpression':
      return node.left.type === 'Identifier' ? rateOf(view, node.left) : undefined;
    case 'MemberExpression':
      if (!isSize(view, node)) return undefined;
      return isTextAppended(view, node.object) ? rising : growthOf(view, node.object);
    case 'UnaryExpression': {
      const rate =
        node.operator === '-' || node.operator === '+' ? rateOf(view, node.argument) : undefined;
      return rate && (node.operator === '-' ? negated(rate) : rate);
    }
    case 'BinaryExpression': {
      if (node.left.type === 'PrivateIdentifier') return undefined;
      const [a, b] = [rateOf(view, node.left), rateOf(view, node.right)];
      if (node.operator === '+') return a && b && plus(a, b);
      if (node.operator === '-') return a && b && plus(a, negated(b));
      const factor = node.operator === '*' ? constantOf(view, node.right)?.value : undefined;
      return a && typeof factor === 'number' ? times(a, { low: factor, high: factor }) : undefined;
    }
    default:
      return undefined;
  }
}

/** `text += part`: no text grows shorter by that. */
function isTextAppended(view: LoopView, node: AnyNode): boolean {
  const variable = view.variableOf(unwrap(node));
  const writes = variable === undefined ? [] : view.writesOf(variable);
  return (
    writes.length > 0 &&
    writes.every((write) => {
      const parent = parentOf(write);
      return parent?.type === 'AssignmentExpression' && parent.operator === '+=';
    })
  );
}

/** The sum of all that is done to a variable in one round. */
function variableRate(view: LoopView, variable: Variable): Interval | undefined {
  let sum = still;
  for (const write of view.writesOf(variable)) {
    const step = isInside(write, view.loop) ? stepAt(view, variable, write) : undefined;
    if (step === undefined) return undefined;
    sum = plus(sum, repeated(step, frequencyAt(view, write)));
  }
  return sum;
}

/** What one assignment adds to a variable. */
function stepAt(view: LoopView, variable: Variable, write: AnyNode): Interval | undefined {
  const parent = parentOf(write);
  if (parent?.type === 'UpdateExpression') {
    const step = parent.operator === '++' ? 1 : -1;
    return roundedAway(view, variable, { low: step, high: step });
  }
  if (parent?.type !== 'AssignmentExpression' || parent.left !== write) return undefined;
  const { operator, right } = parent;
  switch (operator) {
    case '+=':
    case '-=': {
      const range = rangeOf(view, right);
      return range && roundedAway(view, variable, operator === '+=' ? range : negated(range));
    }
    case '*=':
    case '/=':
      return factorStep(view, variable, operator, right);
    case '|=':
    case '^=':
    case '<<=':
    case '>>=':
      return constantOf(view, right)?.value === 0 ? still : undefined;
    case '=':
      return assignedStep(view, variable, right);
    default:
      return undefined;
  }
}

/** `x += 1e-20` changes nothing where `x` is too large to feel it. */
function roundedAway(view: LoopView, variable: Variable, step: Interval): Interval {
  const start = valueBefore(view, variable)?.value;
  const isLost =
    typeof start === 'number' && start + step.low === start && start + step.high === start;
  return isLost ? still : step;
}

function factorStep(
  view: LoopView,
  variable: Variable,
  operator: string,
  right: AnyNode,
): Interval | undefined {
  const value = constantOf(view, right)?.value;
  if (typeof value !== 'number') return undefined;
  const start = valueBefore(view, variable)?.value;
  if (value === 1 || start === 0) return still;
  if (typeof start !== 'number' || value <= 0) return undefined;
  const isAway = operator === '*=' ? value > 1 : value < 1;
  return isAway === start > 0 ? rising : falling;
}

/** `i = i + 1`, `i = i`, `i = i++` and the like. */
function assignedStep(view: LoopView, variable: Variable, right: AnyNode): Interval | undefined {
  const node = unwrap(right);
  const isOwn = (part: AnyNode): boolean =>
    part.type === 'Identifier' && view.variableOf(part) === variable;
  if (isOwn(node)) return still;
  if (node.type === 'UpdateExpression' && isOwn(node.argument)) {
    // The older value is put back after `i++`.
    const step = node.operator === '++' ? 1 : -1;
    return node.prefix ? still : { low: -step, high: -step };
  }
  if (node.type === 'CallExpression') return callStep(view, node, isOwn);
  if (node.type !== 'BinaryExpression' || node.left.type === 'PrivateIdentifier') return undefined;
  const { left, operator } = node;
  if (operator === '+' && isOwn(node.right)) return rangeOf(view, left);
  if (!isOwn(left)) return undefined;
  const range = rangeOf(view, node.right);
  if (range === undefined) return undefined;
  if (operator === '+') return roundedAway(view, variable, range);
  if (operator === '-') return roundedAway(view, variable, negated(range));
  return operator === '*' || operator === '/'
    ? factorStep(view, variable, `${operator}=`, node.right)
    : undefined;
}

/** `i = Math.max(i, n)` never falls. */
function callStep(
  view: LoopView,
  node: NodeOf<'CallExpression'>,
  isOwn: (part: AnyNode) => boolean,
): Interval | undefined {
  if (!node.arguments.some(isOwn)) return undefined;
  const [value] = view.evaluator.evaluate(node.callee);
  if (value?.kind !== 'global') return undefined;
  if (value.path === 'Math.max') return rising;
  return value.path === 'Math.min' ? falling : undefined;
}
