import type { Evaluator } from './evaluate.ts';
import { parentOf, type AnyNode, type NodeOf } from './node.ts';
import { patternValue } from './patterns.ts';
import type { StoredAt } from './stored.ts';
import { someNumber, someText, union, type Value, type Values } from './value.ts';
import { isTarget } from './written-members.ts';

/** What is stored by an expression, or by the place in a pattern that is given a value. */
export function storedValue(evaluator: Evaluator, node: AnyNode): Values {
  if (isTarget(node)) return patternValue(evaluator, node);
  const values = evaluator.evaluate(node);
  const parent = parentOf(node);
  if (parent?.type !== 'AssignmentExpression' || parent.right !== node) return values;
  return reckoned(evaluator, parent, values);
}

/** `this.name += 'al'`: what it comes to is not followed, only that it is more than the last part. */
function reckoned(
  evaluator: Evaluator,
  { operator, left }: NodeOf<'AssignmentExpression'>,
  values: Values,
): Values {
  if (operator === '=' || /^(?:&&|[|]{2}|[?]{2})=$/.test(operator)) return values;
  if (operator !== '+=') return someNumber;
  if (values.some(isText) || evaluator.evaluate(left).some(isText)) return union(values, someText);
  return isSum(values) ? union(values, someNumber) : values;
}

const isText = (value: Value): boolean =>
  value.kind === 'text' || (value.kind === 'constant' && typeof value.value === 'string');

const isSum = (values: Values): boolean =>
  values.every(({ kind }) => kind === 'number' || kind === 'constant');

/** All that is stored under one name. */
export function storedUnder(evaluator: Evaluator, { under, otherwise }: StoredAt): Values {
  let stored: Values = [];
  for (const node of under) stored = union(stored, storedValue(evaluator, node));
  for (const { value } of otherwise) stored = union(stored, storedValue(evaluator, value));
  return stored;
}
