import { arithmetic } from './arithmetic.ts';
import { fromConcrete, primitive } from './coerce.ts';
import type { Evaluator, Frame } from './evaluate.ts';
import type { AnyNode } from './node.ts';
import {
  constant,
  someFlag,
  someNumber,
  someText,
  undefinedValue,
  union,
  unknown,
  type Value,
  type Values,
} from './value.ts';

type Calculated = string | number | boolean | null | undefined;

const comparisons = new Set(['==', '!=', '===', '!==', '<', '<=', '>', '>=', 'in', 'instanceof']);

/** `left operator right`, folded where both sides are known. */
export function binaryValue(
  evaluator: Evaluator,
  operator: string,
  left: AnyNode,
  right: AnyNode,
  frame?: Frame,
): Values {
  if (comparisons.has(operator)) {
    return compared(evaluator.evaluate(left, frame), evaluator.evaluate(right, frame), operator);
  }
  if (operator !== '+') {
    return combine(evaluator.evaluate(left, frame), evaluator.evaluate(right, frame), operator);
  }
  // 'a' + 'b' + … leans to the left: a loop, so that a long sum is no deep nesting.
  const terms: AnyNode[] = [right];
  let first = left;
  while (first.type === 'BinaryExpression' && first.operator === '+') {
    terms.push(first.right);
    first = first.left;
  }
  let sum = evaluator.evaluate(first, frame);
  for (const term of terms.reverse()) sum = combine(sum, evaluator.evaluate(term, frame), '+');
  return sum;
}

function compared(lefts: Values, rights: Values, operator: string): Values {
  const [left] = lefts;
  const [right] = rights;
  const areKnown = lefts.length === 1 && rights.length === 1;
  if (!areKnown || left?.kind !== 'constant' || right?.kind !== 'constant') return someFlag;
  const [a, b] = [left.value, right.value];
  if (typeof a !== 'number' || typeof b !== 'number') return someFlag;
  switch (operator) {
    case '<':
      return constant(a < b);
    case '<=':
      return constant(a <= b);
    case '>':
      return constant(a > b);
    case '>=':
      return constant(a >= b);
    case '==':
    case '===':
      return constant(a === b);
    case '!=':
    case '!==':
      return constant(a !== b);
    default:
      return someFlag;
  }
}

/** Of more numbers than these the union would keep none. */
const mostNumbers = 24;

function combine(lefts: Values, rights: Values, operator: string): Values {
  const [only] = lefts;
  const [other] = rights;
  if (only && other && lefts.length === 1 && rights.length === 1) {
    return combineOne(only, other, operator);
  }
  const ways = lefts.length * rights.length;
  if (ways > 64) return operator === '+' ? someText : someNumber;
  if (ways > mostNumbers && lefts.every(isNumber) && rights.every(isNumber)) return someNumber;
  let results: Values = [];
  for (const left of lefts) {
    for (const right of rights) results = union(results, combineOne(left, right, operator));
  }
  return results;
}

function combineOne(left: Value, right: Value, operator: string): Values {
  const a = primitive(left);
  const b = a && primitive(right);
  if (a !== undefined && b !== undefined) {
    const result = calculate(a.value as Calculated, b.value as Calculated, operator);
    return fromConcrete(result) ?? unknown;
  }
  if (operator !== '+') return someNumber;
  if (left.kind === 'number' && isNumber(right)) return someNumber;
  if (right.kind === 'number' && isNumber(left)) return someNumber;
  return isText(left) || isText(right) ? someText : unknown;
}

const isText = (value: Value): boolean =>
  value.kind === 'text' || (value.kind === 'constant' && typeof value.value === 'string');

const isNumber = (value: Value): boolean =>
  value.kind === 'number' || (value.kind === 'constant' && typeof value.value === 'number');

function calculate(a: Calculated, b: Calculated, operator: string): unknown {
  // Large numbers of a kind that does not mix with others say nothing about a name.
  if (typeof a === 'bigint' || typeof b === 'bigint') return undefined;
  if (operator === '+') return (a as string) + (b as string);
  return arithmetic(Number(a), operator, Number(b));
}

/** `operator value`. */
export function unaryValue(values: Values, operator: string): Values {
  if (operator === 'void') return undefinedValue;
  if (operator === 'delete') return someFlag;
  if (operator === 'typeof') return someText;
  const [value] = values;
  const known = values.length === 1 && value !== undefined ? primitive(value) : undefined;
  if (operator === '!') {
    if (value?.kind === 'array' || value?.kind === 'object' || value?.kind === 'function') {
      return constant(false);
    }
    return known === undefined ? someFlag : constant(!known.value);
  }
  if (known === undefined || typeof known.value === 'bigint') return someNumber;
  const number = Number(known.value);
  return constant(operator === '-' ? -number : operator === '~' ? ~number : number);
}
