import type { Variable } from 'eslint-scope';
import type { Evaluator } from '../evaluate.ts';
import { isFunction, parentOf, type AnyNode, type NodeOf } from '../node.ts';
import { single } from '../value.ts';

type LoopNode = NodeOf<'WhileStatement' | 'DoWhileStatement' | 'ForStatement'>;

/** More rounds than any run of a strategy has time for. */
const endlessRounds = 1e9;

/** Why a loop's test, though it looks at something, never changes to false. */
export function stuckTest(evaluator: Evaluator, loop: LoopNode): string | undefined {
  const { test } = loop;
  if (!test) return undefined;
  const counters = countersOf(evaluator, test);
  if (counters === undefined || counters.length === 0) return undefined;
  if (counters.every((variable) => !changesIn(variable, loop))) {
    return 'nothing in it changes what its condition looks at';
  }
  return test.type === 'BinaryExpression' ? runsAway(evaluator, loop, test) : undefined;
}

/** The variables that a test of names, numbers and comparisons looks at; undefined for any other test. */
function countersOf(evaluator: Evaluator, node: AnyNode): Variable[] | undefined {
  switch (node.type) {
    case 'Literal':
      return [];
    case 'Identifier': {
      const variable = evaluator.scopes.variableOf(node);
      return variable === undefined ? undefined : [variable];
    }
    case 'UnaryExpression':
      return countersOf(evaluator, node.argument);
    case 'BinaryExpression':
    case 'LogicalExpression': {
      const left = countersOf(evaluator, node.left);
      const right = countersOf(evaluator, node.right);
      return left && right && [...left, ...right];
    }
    default:
      return undefined;
  }
}

/** Changed inside the loop, or by a function that something in the loop may call. */
function changesIn(variable: Variable, loop: LoopNode): boolean {
  return variable.references.some((reference) => {
    if (!reference.isWrite()) return false;
    const node = reference.identifier as unknown as AnyNode;
    const isInside = node.start >= loop.start && node.end <= loop.end;
    const isInitial = loop.type === 'ForStatement' && loop.init && node.end <= loop.init.end;
    return (isInside && !isInitial) || isInOtherFunction(node, loop);
  });
}

function isInOtherFunction(node: AnyNode, loop: AnyNode): boolean {
  let current = parentOf(node);
  while (current !== undefined && !isFunction(current)) current = parentOf(current);
  let around: AnyNode | undefined = loop;
  while (around !== undefined && around !== current) around = parentOf(around);
  return current !== undefined && around === undefined;
}

/** `for (let i = 0; i >= 0; i++)`, `for (let i = 0; i < n; i--)`, `i < 1e15`. */
function runsAway(
  evaluator: Evaluator,
  loop: LoopNode,
  { left, operator, right }: NodeOf<'BinaryExpression'>,
): string | undefined {
  if (loop.type !== 'ForStatement' || left.type !== 'Identifier' || !loop.update) return undefined;
  const step = stepOf(loop.update, left.name);
  const end = single(evaluator.evaluate(right));
  const bound = end?.kind === 'constant' && typeof end.value === 'number' ? end.value : undefined;
  const isUpward = operator === '<' || operator === '<=';
  const isDownward = operator === '>' || operator === '>=';
  if ((isUpward && step === -1) || (isDownward && step === 1)) {
    return 'its counter runs away from its end';
  }
  if (isUpward && step === 1 && bound !== undefined && bound >= endlessRounds) {
    return 'it runs more than a thousand million times';
  }
  return undefined;
}

function stepOf(update: AnyNode, name: string): 1 | -1 | undefined {
  if (update.type === 'UpdateExpression' && update.argument.type === 'Identifier') {
    if (update.argument.name !== name) return undefined;
    return update.operator === '++' ? 1 : -1;
  }
  if (update.type !== 'AssignmentExpression' || update.left.type !== 'Identifier') return undefined;
  const isPositive = update.right.type === 'Literal' && Number(update.right.value) > 0;
  if (update.left.name !== name || !isPositive) return undefined;
  if (update.operator === '+=') return 1;
  return update.operator === '-=' ? -1 : undefined;
}
