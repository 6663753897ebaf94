import type { Evaluator } from '../../evaluate.ts';
import type { AnyNode } from '../../node.ts';
import { single, type Primitive, type Value } from '../../value.ts';
import { arithmetic } from '../../arithmetic.ts';

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

/** The one value that the evaluator knows of an expression. */
export const knownValue = (evaluator: Evaluator, node: AnyNode): Known | undefined =>
  known(single(evaluator.evaluate(node)));

function known(value: Value | undefined): Known | undefined {
  if (value?.kind === 'constant') return { value: value.value };
  const number = value?.kind === 'global' ? named[value.path] : undefined;
  return number === undefined ? undefined : { value: number };
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
      if (operator === '+' && typeof left.value === 'string' && typeof right.value === 'string') {
        return { value: left.value + right.value };
      }
      return typeof a === 'number' && typeof b === 'number'
        ? calculatedValue(a, operator, b)
        : undefined;
  }
}

function calculatedValue(a: number, operator: string, b: number): Known | undefined {
  const value = arithmetic(a, operator, b);
  return value === undefined ? undefined : { value };
}
