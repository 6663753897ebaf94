import type { UnstableOrder } from '../../../facts.ts';
import type { Evaluator } from '../evaluate.ts';
import { asksChance } from './chance.ts';
import { isClass, placeOf, unwrap, type AnyNode, type FunctionLike } from '../node.ts';
import { propertyKey } from '../property-key.ts';
import { returnsOf } from '../returns.ts';
import type { Survey } from '../survey.ts';
import { single } from '../value.ts';

/** Sorts whose comparison contradicts itself: the language leaves their result to the engine. */
export function collectUnstableOrders(survey: Survey, evaluator: Evaluator): UnstableOrder[] {
  const orders: UnstableOrder[] = [];
  for (const node of survey.ofType('CallExpression')) {
    const { callee } = node;
    const [comparator] = node.arguments;
    if (callee.type !== 'MemberExpression' || callee.object.type === 'Super' || !comparator) {
      continue;
    }
    const [name = ''] = propertyKey(evaluator, callee);
    if (name !== 'sort' && name !== 'toSorted') continue;
    for (const value of evaluator.evaluate(comparator)) {
      if (value.kind !== 'function' || isClass(value.node)) continue;
      const how = contradiction(evaluator, value.node);
      if (how !== undefined) orders.push({ how, place: placeOf(node) });
    }
  }
  return orders;
}

function contradiction(
  evaluator: Evaluator,
  comparator: FunctionLike,
): UnstableOrder['how'] | undefined {
  const results =
    comparator.body.type === 'BlockStatement'
      ? returnsOf(comparator.body)
      : [unwrap(comparator.body)];
  if (results.length === 0) return undefined;
  if (results.some((result) => asksChance(evaluator, result))) return 'random';
  if (results.every(isComparison)) return 'yes or no';
  const [only] = results;
  const value = results.length === 1 ? single(evaluator.evaluate(only)) : undefined;
  return value?.kind === 'constant' && value.value ? 'fixed' : undefined;
}

const isComparison = (node: AnyNode): boolean =>
  node.type === 'BinaryExpression' && /^[<>]=?$/.test(node.operator);
