import type { Variable } from '../../scopes/scope.ts';
import { unwrap, type AnyNode, type NodeOf } from '../../node.ts';
import type { Value } from '../../value.ts';
import type { LoopContext } from './loop-context.ts';
import { isInside, within, type AnyLoop } from './loop-node.ts';

/**
 * Whether a loop is of the common kind that surely ends: `for (let i = 0; i < n; i++)`, where only
 * the loop's own step moves the counter and nothing moves the end. Most are, and need no other look.
 */
export function isCounted(context: LoopContext, loop: NodeOf<'ForStatement'>): boolean {
  const { init, test, update } = loop;
  if (init?.type !== 'VariableDeclaration' || !test || !update) return false;
  const step = stepOf(update);
  if (step === undefined) return false;
  const variable = context.evaluator.scopes.variableOf(step.counter);
  const start = variable && startOf(init, step.counter.name);
  if (variable === undefined || !start || !isFinite(start) || !isOnlyStepped(variable, loop)) {
    return false;
  }
  return conjuncts(test).some((part) => isBound(context, loop, part, variable, step.by));
}

function stepOf(
  update: AnyNode,
): { readonly counter: NodeOf<'Identifier'>; readonly by: number } | undefined {
  if (update.type === 'UpdateExpression' && update.argument.type === 'Identifier') {
    return { counter: update.argument, by: update.operator === '++' ? 1 : -1 };
  }
  if (update.type !== 'AssignmentExpression' || update.left.type !== 'Identifier') return undefined;
  const { left, right, operator } = update;
  const by = right.type === 'Literal' ? right.value : undefined;
  if (typeof by !== 'number' || !Number.isInteger(by) || by < 1) return undefined;
  if (operator === '+=') return { counter: left, by };
  return operator === '-=' ? { counter: left, by: -by } : undefined;
}

const startOf = (init: NodeOf<'VariableDeclaration'>, name: string): AnyNode | null | undefined =>
  init.declarations.find(({ id }) => id.type === 'Identifier' && id.name === name)?.init;

/** A plain small number, or something that counts like one. */
function isFinite(start: AnyNode): boolean {
  if (start.type === 'Literal') return typeof start.value === 'number' && start.value < 1e9;
  if (start.type !== 'BinaryExpression') return isLength(start);
  const { left, right, operator } = start;
  if (operator !== '+' && operator !== '-') return false;
  return left.type !== 'PrivateIdentifier' && isFinite(left) && isFinite(right);
}

const isLength = (node: AnyNode): boolean =>
  node.type === 'MemberExpression' &&
  node.property.type === 'Identifier' &&
  node.property.name === 'length' &&
  !node.computed;

const isOnlyStepped = (variable: Variable, { init, update }: NodeOf<'ForStatement'>): boolean =>
  variable.references.every((reference) => {
    if (!reference.isWrite()) return true;
    const node = reference.identifier;
    return [init, update].some((part) => part && isInside(node, part));
  });

const conjuncts = (test: AnyNode): AnyNode[] =>
  test.type === 'LogicalExpression' && test.operator === '&&'
    ? [...conjuncts(test.left), ...conjuncts(test.right)]
    : [unwrap(test)];

function isBound(
  context: LoopContext,
  loop: AnyLoop,
  test: AnyNode,
  variable: Variable,
  step: number,
): boolean {
  if (test.type !== 'BinaryExpression' || !/^[<>]=?$/.test(test.operator)) return false;
  const { left, right, operator } = test;
  const isCounter = (node: AnyNode): boolean =>
    node.type === 'Identifier' && context.evaluator.scopes.variableOf(node) === variable;
  const isLeft = isCounter(left);
  if (!isLeft && !isCounter(right)) return false;
  const isUpward = operator.startsWith('<') === isLeft;
  return isUpward === step > 0 && isStill(context, loop, isLeft ? right : left);
}

/** A bound that stays where it is: a number, a name that is given a value once, a length. */
function isStill(context: LoopContext, loop: AnyLoop, bound: AnyNode): boolean {
  const node = unwrap(bound);
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'number' && Math.abs(node.value) < 1e9;
    case 'Identifier': {
      const variable = context.evaluator.scopes.variableOf(node);
      const writes = variable?.references.filter((reference) => reference.isWrite()) ?? [];
      const isParameter = variable?.defs[0]?.type === 'Parameter';
      if (variable === undefined || writes.length > (isParameter ? 0 : 1)) return false;
      return context.evaluator.evaluate(node).every(isSmall);
    }
    case 'MemberExpression':
      return isLength(node) && node.object.type === 'Identifier' && !mayGrow(context, loop);
    case 'BinaryExpression':
      if (node.left.type === 'PrivateIdentifier' || !/^[-+]$/.test(node.operator)) return false;
      return isStill(context, loop, node.left) && isStill(context, loop, node.right);
    default:
      return false;
  }
}

const isSmall = (value: Value): boolean =>
  value.kind === 'unknown' ||
  value.kind === 'number' ||
  (value.kind === 'constant' && typeof value.value === 'number' && Math.abs(value.value) < 1e9);

/** Methods that add to a list, set or map, and those of the language that never do. */
const growers = /^(?:push|unshift|splice|add|set|call|apply)$/;

/** Whether anything in a loop may add to a list, set or map, or run what this text does not show. */
export function mayGrow({ survey, evaluator }: LoopContext, loop: AnyLoop): boolean {
  const calls = within(survey.ofType('CallExpression'), loop);
  const isGrowth = calls.some(({ callee }) => {
    if (callee.type !== 'MemberExpression') return callee.type !== 'Super';
    if (callee.computed || callee.property.type !== 'Identifier') return true;
    if (growers.test(callee.property.name)) return true;
    return evaluator
      .evaluate(callee)
      .some(({ kind }) => kind === 'function' || kind === 'bound' || kind === 'self');
  });
  if (isGrowth) return true;
  return within(survey.ofType('AssignmentExpression'), loop).some(
    ({ left }) =>
      left.type === 'MemberExpression' &&
      (left.computed || (left.property.type === 'Identifier' && left.property.name === 'length')),
  );
}
