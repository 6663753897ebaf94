import { isFunction, patternIn, unwrap, type AnyNode, type NodeOf } from '../../node.ts';
import { pathsOf } from '../../value.ts';
import { staysFinite } from './bounded-growth.ts';
import { comparisonTruth } from './comparisons.ts';
import { constantOf } from './constants.ts';
import { within } from './loop-node.ts';
import type { LoopView } from './loop-view.ts';
import { rangeOf } from './ranges.ts';
import { valueBefore } from './rounds.ts';

/**
 * What becomes of a condition from round to round: always true, always false, the same for ever
 * whatever it is (`fixed`), true for ever once it is true (`lasting`), or anything (`open`).
 */
export type Truth = 'true' | 'false' | 'fixed' | 'lasting' | 'open';

export function truthOf(view: LoopView, condition: AnyNode): Truth {
  const node = unwrap(condition);
  switch (node.type) {
    case 'ArrayExpression':
    case 'ObjectExpression':
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
    case 'ClassExpression':
    case 'NewExpression':
      return 'true';
    case 'Literal':
      return patternIn(node) || node.value ? 'true' : 'false';
    case 'SequenceExpression': {
      const last = node.expressions.at(-1);
      return last ? truthOf(view, last) : 'open';
    }
    case 'LogicalExpression':
      return logicalTruth(view, node);
    case 'ConditionalExpression':
      return conditionalTruth(view, node);
    case 'UnaryExpression':
      if (node.operator === '!') return opposite(truthOf(view, node.argument), node.argument, view);
      break;
    case 'AssignmentExpression':
      if (node.operator === '=') {
        const truth = truthOf(view, node.right);
        return truth === 'lasting' ? 'open' : truth;
      }
      break;
    case 'BinaryExpression':
      if (node.left.type !== 'PrivateIdentifier') {
        const truth = comparisonTruth(view, node.operator, node.left, node.right);
        if (truth !== undefined) return truth;
      }
      break;
    case 'CallExpression': {
      const truth = finiteTruth(view, node);
      if (truth !== undefined) return truth;
      break;
    }
    default:
  }
  return valueTruth(view, node);
}

/** `Number.isFinite(x)`, `isNaN(x)` of what stays finite. */
function finiteTruth(view: LoopView, node: NodeOf<'CallExpression'>): Truth | undefined {
  const asked = /^(?:Number\.)?is(Finite|NaN)$/.exec(
    pathsOf(view.evaluator.evaluate(node.callee))[0] ?? '',
  );
  const [first] = node.arguments;
  if (asked === null || first === undefined || !staysFinite(view, first)) return undefined;
  return asked[1] === 'Finite' ? 'true' : 'false';
}

function valueTruth(view: LoopView, node: AnyNode): Truth {
  if (view.context.iterators.neverDone(node)) return 'false';
  const constant = constantOf(view, node);
  if (constant !== undefined) return constant.value ? 'true' : 'false';
  const values = view.evaluator.evaluate(node);
  const isObject = values.every(({ kind }) =>
    ['array', 'object', 'function', 'instance'].includes(kind),
  );
  if (isObject && values.length > 0 && !mayBeNothing(view, node)) return 'true';
  const range = rangeOf(view, node);
  if (range !== undefined && (range.low > 0 || range.high < 0)) return 'true';
  if (view.isFixed(node)) return 'fixed';
  // `while (list.length)`, `while (count)`: as long as it is not nothing.
  return comparisonTruth(view, '!=', node, zero) ?? 'open';
}

/** A function of this text may also give nothing, which is said nowhere. */
function mayBeNothing(view: LoopView, expression: AnyNode): boolean {
  const node = unwrap(expression);
  if (node.type === 'Identifier') {
    const writes = view.variableOf(node)?.references.filter((reference) => reference.isWrite());
    return (writes ?? []).some(({ writeExpr }) => {
      const value = writeExpr;
      return !value || (value.type !== 'Identifier' && mayBeNothing(view, value));
    });
  }
  if (node.type === 'AwaitExpression') return mayBeNothing(view, node.argument);
  if (node.type !== 'CallExpression') return false;
  return view.evaluator
    .evaluate(node.callee)
    .some(
      (value) =>
        value.kind === 'function' &&
        isFunction(value.node) &&
        value.node.body.type === 'BlockStatement' &&
        !alwaysGives(view, value.node.body),
    );
}

function alwaysGives({ context }: LoopView, body: NodeOf<'BlockStatement'>): boolean {
  const returns = within(context.survey.ofType('ReturnStatement'), body);
  return body.body.at(-1)?.type === 'ReturnStatement' && returns.every(({ argument }) => argument);
}

const zero = { type: 'Literal', value: 0, raw: '0', start: -1, end: -1 } as AnyNode;

function logicalTruth(view: LoopView, node: NodeOf<'LogicalExpression'>): Truth {
  const [left, right] = [truthOf(view, node.left), truthOf(view, node.right)];
  if (node.operator === '??') {
    const first = constantOf(view, node.left);
    if (first !== undefined) return first.value == null ? right : left;
    return left === right ? left : 'open';
  }
  const winner: Truth = node.operator === '&&' ? 'false' : 'true';
  const neutral: Truth = winner === 'true' ? 'false' : 'true';
  if (left === winner || right === winner) return winner;
  if (left === neutral) return right;
  if (right === neutral) return left;
  if (left === 'open' || right === 'open') {
    const other = left === 'open' ? right : left;
    const side = left === 'open' ? node.right : node.left;
    return winner === 'true' && other !== 'open' && isCounterTest(view, side) ? 'lasting' : 'open';
  }
  return left === 'fixed' && right === 'fixed' ? 'fixed' : 'lasting';
}

/** `i < n || …`, where the counter `i` starts as a number and stays there: true at first, true for ever. */
function isCounterTest(view: LoopView, condition: AnyNode): boolean {
  const node = unwrap(condition);
  if (node.type !== 'BinaryExpression' || !/^[<>]=?$/.test(node.operator)) return false;
  return [node.left, node.right].some((side) => {
    const variable = view.variableOf(unwrap(side));
    const isCounter = variable !== undefined && variable.scope.type !== 'module';
    return isCounter && typeof valueBefore(view, variable)?.value === 'number';
  });
}

function conditionalTruth(view: LoopView, node: NodeOf<'ConditionalExpression'>): Truth {
  const test = truthOf(view, node.test);
  const [yes, no] = [truthOf(view, node.consequent), truthOf(view, node.alternate)];
  if (test === 'true') return yes;
  if (test === 'false') return no;
  if (yes === no && (yes === 'true' || yes === 'false')) return yes;
  return view.isFixed(node) ? 'fixed' : 'open';
}

/** `!(i < 10)` lasts where `i >= 10` does, unless one of them is no number. */
function opposite(truth: Truth, argument: AnyNode, view: LoopView): Truth {
  if (truth === 'true') return 'false';
  if (truth === 'false') return 'true';
  if (truth === 'fixed') return 'fixed';
  const node = unwrap(argument);
  if (node.type === 'UnaryExpression' && node.operator === '!') return truthOf(view, node.argument);
  if (node.type !== 'BinaryExpression' || node.left.type === 'PrivateIdentifier') {
    return node.type === 'BinaryExpression' || node.type === 'LogicalExpression'
      ? 'open'
      : emptyTruth(view, node);
  }
  const operator = opposites[node.operator];
  const flipped = operator && comparisonTruth(view, operator, node.left, node.right);
  return flipped === 'lasting' || flipped === 'true' || flipped === 'false' ? flipped : 'open';
}

/** `!list.length`, `!count`. */
const emptyTruth = (view: LoopView, node: AnyNode): Truth =>
  comparisonTruth(view, '==', node, zero) ?? 'open';

const opposites: Readonly<Record<string, string>> = {
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
  '===': '!==',
  '!==': '===',
  '==': '!=',
  '!=': '==',
};
