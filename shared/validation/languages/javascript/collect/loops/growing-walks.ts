import type { Variable } from '../../scopes/scope.ts';
import type { Loop } from '../../../../facts.ts';
import {
  isFunction,
  placeOf,
  unwrap,
  type AnyNode,
  type FunctionLike,
  type NodeOf,
} from '../../node.ts';
import { propertyKey } from '../../property-key.ts';
import { exitsOf, isReachable } from './exits.ts';
import { growthOf } from './growth.ts';
import type { LoopContext } from './loop-context.ts';
import { headOf } from './loop-node.ts';
import type { LoopView } from './loop-view.ts';
import { frequencyAt } from './frequency.ts';
import { mayGrow } from './counted-loops.ts';

const reason = 'what it walks over grows with every round';

/** `for (const x of list) list.push(x)`: walks over a list, set or map see what is added meanwhile. */
export function collectGrowingWalks(context: LoopContext): Loop[] {
  const { survey, evaluator } = context;
  const found: Loop[] = [];
  for (const loop of survey.ofType('ForOfStatement')) {
    const collection = walkedOver(context, loop.right);
    if (collection === undefined || !mayGrow(context, loop)) continue;
    const view = context.viewOf(loop);
    if (exitsOf(survey, loop).some((jump) => isReachable(view, jump))) continue;
    if (grows(view, collection, loop.left)) found.push({ reason, place: headOf(loop) });
  }
  for (const call of survey.ofType('CallExpression')) {
    const callback = forEachCallback(context, call);
    if (callback === undefined || call.callee.type !== 'MemberExpression') continue;
    const { object } = call.callee;
    const isKeyed = evaluator
      .evaluate(object)
      .some((value) => value.kind === 'instance' && /^(?:Set|Map)$/.test(value.of));
    if (!isKeyed) continue;
    const view = context.viewOf(callback);
    if (callback.params.some((parameter) => grows(view, object, parameter)))
      found.push({ reason, place: placeOf(call.callee) });
  }
  return found;
}

/** The list, set or map behind `list`, `list.entries()`. */
function walkedOver({ evaluator }: LoopContext, right: AnyNode): AnyNode | undefined {
  const node = unwrap(right);
  if (node.type === 'Identifier' || node.type === 'MemberExpression') return node;
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return undefined;
  if (!propertyKey(evaluator, node.callee).some((key) => /^(?:values|keys|entries)$/.test(key))) {
    return undefined;
  }
  // Not `Object.entries(table)`: those are lists of their own.
  const of = evaluator.evaluate(node.callee.object);
  return of.some(({ kind }) => kind === 'global') ? undefined : node.callee.object;
}

function forEachCallback(
  { evaluator }: LoopContext,
  { callee, arguments: [callback] }: NodeOf<'CallExpression'>,
): FunctionLike | undefined {
  if (callee.type !== 'MemberExpression' || callback === undefined || !isFunction(callback))
    return undefined;
  return propertyKey(evaluator, callee).includes('forEach') ? callback : undefined;
}

function grows(view: LoopView, collection: AnyNode, item: AnyNode): boolean {
  const growth = growthOf(view, collection);
  if (growth !== undefined && growth.low >= 1) return true;
  const path = view.pathOf(collection);
  const items = variablesIn(view, item);
  const calls = view.effects.changes.filter(
    ({ callee }) =>
      callee.type === 'MemberExpression' &&
      path !== undefined &&
      view.pathOf(callee.object) === path,
  );
  const named = (name: string): NodeOf<'CallExpression'>[] =>
    calls.filter(
      (call) =>
        call.callee.type === 'MemberExpression' &&
        propertyKey(view.evaluator, call.callee)[0] === name,
    );
  const sure = [...named('add'), ...named('set')].filter(
    (call) => frequencyAt(view, call) === 'once',
  );
  const isItem = (node: AnyNode | undefined): boolean =>
    node?.type === 'Identifier' && items.includes(view.variableOf(node));
  return sure.some(({ arguments: [key], start }) => {
    if (key === undefined) return false;
    // Taken out and put in again, an entry comes to stand at the end.
    if (isItem(key))
      return named('delete').some((call) => call.start < start && isItem(call.arguments[0]));
    return isAlwaysNew(key, isItem) && named('delete').every((call) => isItem(call.arguments[0]));
  });
}

/** `x + 1`, `${x}.`: never one of those that were there. */
function isAlwaysNew(key: AnyNode, isItem: (node: AnyNode | undefined) => boolean): boolean {
  const node = unwrap(key);
  if (node.type === 'TemplateLiteral') {
    const hasText = node.quasis.some(({ value }) => value.raw !== '');
    return hasText && node.expressions.length === 1 && isItem(node.expressions[0]);
  }
  if (node.type !== 'BinaryExpression' || (node.operator !== '+' && node.operator !== '-'))
    return false;
  const sides = [node.left, node.right] as AnyNode[];
  return sides.some((side, index) => isLinear(side, isItem) && isSomething(sides[1 - index]));
}

const isSomething = (node: AnyNode | undefined): boolean =>
  node?.type === 'Literal' && Boolean(node.value);

function isLinear(node: AnyNode, isItem: (node: AnyNode | undefined) => boolean): boolean {
  if (isItem(node)) return true;
  return (
    node.type === 'BinaryExpression' &&
    node.operator === '*' &&
    ((isItem(node.left) && isSomething(node.right)) ||
      (isItem(node.right) && isSomething(node.left)))
  );
}

/** The variables that a loop's head or a parameter declares. */
function variablesIn(view: LoopView, node: AnyNode): (Variable | undefined)[] {
  const { scopes } = view.evaluator;
  if (node.type === 'VariableDeclaration') return [...scopes.declaredBy(node)];
  const owner = view.loop;
  const named = (name: string): Variable | undefined =>
    scopes.declaredBy(owner).find((variable) => variable.name === name);
  return node.type === 'Identifier' ? [named(node.name)] : [];
}
