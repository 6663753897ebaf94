import type { Variable } from '../../scopes/scope.ts';
import {
  isFunction,
  parentOf,
  unwrap,
  type AnyNode,
  type FunctionLike,
  type NodeOf,
} from '../../node.ts';
import { parameterVariables } from '../../patterns.ts';
import { single } from '../../value.ts';
import { isInside, within } from './loop-node.ts';
import type { LoopContext } from './loop-context.ts';
import { onlyReads } from './repeated-round.ts';

/**
 * A call of the function by itself that hands on all that its conditions look at just as it came,
 * or takes a number further away from where they would end it. Only where the function changes
 * nothing else: then every call is like the one before.
 */
export function recursesInVain(context: LoopContext, node: FunctionLike): AnyNode | undefined {
  const { survey, evaluator } = context;
  if (node.params.length === 0 || node.async) return undefined;
  const calls = within(survey.ofType('CallExpression'), node).filter((call) =>
    isOwnCall(context, call, node),
  );
  if (calls.length === 0) return undefined;
  const { isOpen, stores, changes } = context.effects.of(node);
  if (isOpen || stores.length > 0 || changes.length > 0) return undefined;
  const parameters = parameterVariables(evaluator, node);
  const conditions = conditionsOf(context, node);
  const view = context.viewOf(node);
  if (conditions.length === 0 || !conditions.every((test) => onlyReads(view, test)))
    return undefined;
  const looked = parameters.filter((variable): variable is Variable =>
    conditions.some((test) => mentions(variable, test)),
  );
  if (looked.length === 0 || !looksAtParametersOnly(context, conditions, looked)) return undefined;
  if (
    looked.some((variable) =>
      variable.references.some((reference) => reference.isWrite() && !reference.init),
    )
  )
    return undefined;
  return calls.find((call) =>
    looked.every((variable) => {
      const given = call.arguments[parameters.indexOf(variable)];
      if (given === undefined || call.arguments.some(({ type }) => type === 'SpreadElement'))
        return false;
      if (isVariable(context, given, variable)) return true;
      return (
        conditions.length === 1 &&
        looked.length === 1 &&
        isAway(context, call, given, variable, conditions[0])
      );
    }),
  );
}

function isOwnCall(
  { evaluator }: LoopContext,
  call: NodeOf<'CallExpression'>,
  node: FunctionLike,
): boolean {
  if (call.callee.type !== 'Identifier') return false;
  const value = single(evaluator.evaluate(call.callee));
  return value?.kind === 'function' && value.node === node && ownerOf(call) === node;
}

function ownerOf(node: AnyNode): AnyNode | undefined {
  let owner = parentOf(node);
  while (owner !== undefined && !isFunction(owner)) owner = parentOf(owner);
  return owner;
}

/** All that decides which way the function goes. */
function conditionsOf({ survey }: LoopContext, node: FunctionLike): AnyNode[] {
  const own = <Node extends AnyNode>(nodes: readonly Node[]): Node[] =>
    within(nodes, node).filter((inner) => inner !== (node as AnyNode));
  return [
    ...own(survey.ofType('IfStatement')).map(({ test }) => test),
    ...own(survey.ofType('ConditionalExpression')).map(({ test }) => test),
    ...own(survey.ofType('LogicalExpression')).map(({ left }) => left),
    ...own(survey.ofType('SwitchStatement')).map(({ discriminant }) => discriminant),
    ...own(survey.ofType('WhileStatement')).map(({ test }) => test),
    ...own(survey.ofType('DoWhileStatement')).map(({ test }) => test),
    ...own(survey.ofType('ForStatement')).map(({ test }) => test ?? node),
    ...own(survey.ofType('ForOfStatement')).map(({ right }) => right),
    ...own(survey.ofType('TryStatement')).map(() => node as AnyNode),
  ];
}

const mentions = (variable: Variable | undefined, node: AnyNode): variable is Variable =>
  variable?.references.some(({ identifier }) => isInside(identifier, node)) ?? false;

/** No counter of the outside, no member of a shared object that another call may have changed. */
function looksAtParametersOnly(
  { survey, evaluator }: LoopContext,
  conditions: readonly AnyNode[],
  looked: readonly Variable[],
): boolean {
  return conditions.every(
    (test) =>
      within(survey.ofType('Identifier'), test).every((identifier) => {
        const variable = evaluator.scopes.variableOf(identifier);
        return variable === undefined || looked.includes(variable);
      }) && within(survey.ofType('ThisExpression'), test).length === 0,
  );
}

const isVariable = ({ evaluator }: LoopContext, node: AnyNode, variable: Variable): boolean =>
  node.type === 'Identifier' && evaluator.scopes.variableOf(node) === variable;

/** `if (n <= 0) return 1; return n * f(n + 1);` */
function isAway(
  context: LoopContext,
  call: AnyNode,
  given: AnyNode,
  variable: Variable,
  condition: AnyNode | undefined,
): boolean {
  const step = stepOf(context, given, variable);
  const test = condition && unwrap(condition);
  if (step === undefined || test?.type !== 'BinaryExpression') return false;
  const isLeft = isVariable(context, test.left, variable);
  const bound = isLeft ? test.right : test.left;
  if (bound.type !== 'Literal' && bound.type !== 'UnaryExpression') return false;
  if (!isLeft && !isVariable(context, test.right, variable)) return false;
  const grows = isLeft ? test.operator.startsWith('>') : test.operator.startsWith('<');
  if (!/^[<>]=?$/.test(test.operator)) return false;
  // Where the call stands behind the condition, the condition is false there; inside, it is true.
  const choice = parentOf(test);
  const isInsideTrue =
    (choice?.type === 'IfStatement' || choice?.type === 'ConditionalExpression') &&
    isInside(call, choice.consequent);
  return isInsideTrue === grows ? step > 0 : step < 0;
}

function stepOf(context: LoopContext, given: AnyNode, variable: Variable): number | undefined {
  const node = unwrap(given);
  if (node.type !== 'BinaryExpression' || node.right.type !== 'Literal') return undefined;
  if (!isVariable(context, node.left, variable) || typeof node.right.value !== 'number')
    return undefined;
  if (node.operator === '+') return node.right.value;
  return node.operator === '-' ? -node.right.value : undefined;
}
