import type { Evaluator } from './evaluate.ts';
import type { AnyNode } from './node.ts';
import { patternValue } from './patterns.ts';
import type { StoredAt } from './stored.ts';
import { union, type Values } from './value.ts';
import { isTarget } from './written-members.ts';

/** What is stored by an expression, or by the place in a pattern that is given a value. */
export const storedValue = (evaluator: Evaluator, node: AnyNode): Values =>
  isTarget(node) ? patternValue(evaluator, node) : evaluator.evaluate(node);

/** All that is stored under one name. */
export function storedUnder(evaluator: Evaluator, { under, otherwise }: StoredAt): Values {
  let stored: Values = [];
  for (const node of under) stored = union(stored, storedValue(evaluator, node));
  for (const { value } of otherwise) stored = union(stored, storedValue(evaluator, value));
  return stored;
}
