import { unwrap, type AnyNode } from '../../node.ts';
import { single, type Primitive, type Value } from '../../value.ts';
import type { LoopView } from './loop-view.ts';
import { valueInRound } from './rounds.ts';

export interface Known {
  readonly value: Primitive;
}

const named: Readonly<Record<string, number>> = {
  'Number.MAX_SAFE_INTEGER': Number.MAX_SAFE_INTEGER,
  'Number.MAX_VALUE': Number.MAX_VALUE,
  'Number.MIN_VALUE': Number.MIN_VALUE,
  'Number.MIN_SAFE_INTEGER': Number.MIN_SAFE_INTEGER,
  'Number.EPSILON': Number.EPSILON,
  'Number.POSITIVE_INFINITY': Infinity,
  'Number.NEGATIVE_INFINITY': -Infinity,
  'Number.NaN': NaN,
  'Math.PI': Math.PI,
  'Math.E': Math.E,
};

/** The one value that an expression has whenever the loop comes by it. */
export function constantOf(view: LoopView, expression: AnyNode): Known | undefined {
  const node = unwrap(expression);
  switch (node.type) {
    case 'Identifier': {
      const variable = view.variableOf(node);
      if (variable !== undefined && view.isAssigned(variable)) {
        return valueInRound(view, variable, node);
      }
      return known(single(view.evaluator.evaluate(node)));
    }
    case 'UnaryExpression':
      return unary(view, node.operator, node.argument);
    case 'BinaryExpression':
      return node.left.type === 'PrivateIdentifier'
        ? undefined
        : binary(constantOf(view, node.left), node.operator, constantOf(view, node.right));
    case 'SequenceExpression': {
      const last = node.expressions.at(-1);
      return last && constantOf(view, last);
    }
    case 'AssignmentExpression':
      return node.operator === '=' ? constantOf(view, node.right) : undefined;
    case 'Literal':
    case 'MemberExpression':
    case 'CallExpression':
    case 'TemplateLiteral':
      return node.type === 'Literal' || view.isFixed(node)
        ? known(single(view.evaluator.evaluate(node)))
        : undefined;
    default:
      return undefined;
  }
}

/** The same for a place outside of the loop. */
export const constantBefore = (view: LoopView, node: AnyNode): Known | undefined =>
  known(single(view.evaluator.evaluate(node)));

function known(value: Value | undefined): Known | undefined {
  if (value?.kind === 'constant') return { value: value.value };
  const number = value?.kind === 'global' ? named[value.path] : undefined;
  return number === undefined ? undefined : { value: number };
}

function unary(view: LoopView, operator: string, argument: AnyNode): Known | undefined {
  if (operator === 'void') return { value: undefined };
  if (operator === 'typeof') {
    const type = typeOf(view, argument);
    return type === undefined ? undefined : { value: type };
  }
  const found = constantOf(view, argument);
  if (found === undefined) return undefined;
  const { value } = found;
  if (operator === '!') return { value: !value };
  if (typeof value === 'bigint') return operator === '-' ? { value: -value } : undefined;
  const number = Number(value);
  if (operator === '-') return { value: -number };
  if (operator === '+') return { value: number };
  return operator === '~' ? { value: ~number } : undefined;
}

/** What `typeof` gives for all that an expression can be. */
export function typeOf(view: LoopView, expression: AnyNode): string | undefined {
  const types = view.evaluator.evaluate(expression).map(typeOfValue);
  const [first] = types;
  return types.every((type) => type === first) ? first : undefined;
}

function typeOfValue(value: Value): string | undefined {
  switch (value.kind) {
    case 'constant':
      return value.value === null ? 'object' : typeof value.value;
    case 'text':
      return 'string';
    case 'number':
      return 'number';
    case 'function':
    case 'bound':
      return 'function';
    case 'array':
    case 'object':
      return 'object';
    default:
      return undefined;
  }
}

/** Folds as the language does; numbers and large integers are compared, but not added up. */
export function binary(
  left: Known | undefined,
  operator: string,
  right: Known | undefined,
): Known | undefined {
  if (left === undefined || right === undefined) return undefined;
  const [a, b] = [left.value as number, right.value as number];
  switch (operator) {
    case '===':
      return { value: a === b };
    case '!==':
      return { value: a !== b };
    case '==':
      return { value: a == b };
    case '!=':
      return { value: a != b };
    case '<':
      return { value: a < b };
    case '<=':
      return { value: a <= b };
    case '>':
      return { value: a > b };
    case '>=':
      return { value: a >= b };
    default:
      return typeof a === 'number' && typeof b === 'number'
        ? calculated(a, operator, b)
        : undefined;
  }
}

function calculated(a: number, operator: string, b: number): Known | undefined {
  switch (operator) {
    case '+':
      return { value: a + b };
    case '-':
      return { value: a - b };
    case '*':
      return { value: a * b };
    case '/':
      return { value: a / b };
    case '%':
      return { value: a % b };
    case '**':
      return { value: a ** b };
    case '&':
      return { value: a & b };
    case '|':
      return { value: a | b };
    case '^':
      return { value: a ^ b };
    case '<<':
      return { value: a << b };
    case '>>':
      return { value: a >> b };
    case '>>>':
      return { value: a >>> b };
    default:
      return undefined;
  }
}
