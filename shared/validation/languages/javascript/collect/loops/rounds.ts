import type { Variable } from '../../scopes/scope.ts';
import { parentOf, unwrap, type AnyNode } from '../../node.ts';
import { binary, knownValue, type Known } from './known-values.ts';
import { isInside } from './loop-node.ts';
import type { LoopView } from './loop-view.ts';

type ConstantOf = (view: LoopView, expression: AnyNode) => Known | undefined;

/**
 * The value that a variable has at a place in every round (at the test: after every round), where
 * the loop sets it anew each time: `while (i < 10) { i = 0; i++; }`.
 */
export function valueInRound(
  view: LoopView,
  variable: Variable,
  place: AnyNode,
  constantOf: ConstantOf,
): Known | undefined {
  const { loop } = view;
  const writes = view.writesOf(variable);
  if (!writes.every((write) => isInside(write, loop))) return undefined;
  const body = loop.body.type === 'BlockStatement' ? loop.body.body : [loop.body];
  let value: Known | undefined;
  for (const statement of body) {
    if (isInside(place, statement)) {
      return writes.some((write) => isInside(write, statement)) ? undefined : value;
    }
    if (writes.some((write) => isInside(write, statement))) {
      value = afterStatement(view, variable, statement, value, constantOf);
    } else if (value !== undefined && mayLeaveRound(statement)) return undefined;
  }
  if (loop.type !== 'ForStatement' || !loop.update) return value;
  if (!writes.some((write) => loop.update && isInside(write, loop.update))) return value;
  return isInside(place, loop.update)
    ? undefined
    : afterExpression(view, variable, loop.update, value, constantOf);
}

/** A `continue` further on could skip what follows; one inside an inner loop or function is rare. */
const mayLeaveRound = (statement: AnyNode): boolean =>
  !/^(?:ExpressionStatement|VariableDeclaration|EmptyStatement|FunctionDeclaration)$/.test(
    statement.type,
  );

function afterStatement(
  view: LoopView,
  variable: Variable,
  statement: AnyNode,
  before: Known | undefined,
  constantOf: ConstantOf,
): Known | undefined {
  if (statement.type === 'ExpressionStatement') {
    return afterExpression(view, variable, statement.expression, before, constantOf);
  }
  if (statement.type !== 'VariableDeclaration') return undefined;
  const declarator = statement.declarations.find(
    ({ id }) => id.type === 'Identifier' && id.name === variable.name,
  );
  return declarator?.init ? constantOf(view, declarator.init) : undefined;
}

function afterExpression(
  view: LoopView,
  variable: Variable,
  expression: AnyNode,
  before: Known | undefined,
  constantOf: ConstantOf,
): Known | undefined {
  const node = unwrap(expression);
  const isOwn = (target: AnyNode): boolean =>
    target.type === 'Identifier' && view.variableOf(target) === variable;
  if (node.type === 'UpdateExpression' && isOwn(node.argument)) {
    return binary(before, node.operator === '++' ? '+' : '-', { value: 1 });
  }
  if (node.type !== 'AssignmentExpression' || !isOwn(node.left)) return undefined;
  if (node.operator === '=') return constantOf(view, node.right);
  return binary(before, node.operator.slice(0, -1), constantOf(view, node.right));
}

/** The value that a variable has when the loop begins, where nothing but its declaration gives it one. */
export function valueBefore(view: LoopView, variable: Variable): Known | undefined {
  const [definition, ...others] = variable.defs;
  if (definition?.type !== 'Variable' || others.length > 0) return undefined;
  const name = definition.name;
  const { loop } = view;
  const isInit = loop.type === 'ForStatement' && loop.init && isInside(name, loop.init);
  if (isInside(name, loop) && !isInit) return undefined;
  const during = new Set(view.writesOf(variable));
  const before = variable.references
    .filter((reference) => reference.isWrite())
    .map(({ identifier }) => identifier)
    .filter((node) => !during.has(node));
  const [only, ...more] = before;
  if (only === undefined) {
    const declarator = parentOf(name);
    const isBare = declarator?.type === 'VariableDeclarator' && !declarator.init;
    return isBare && declarator.id === name ? { value: undefined } : undefined;
  }
  if (more.length > 0) return undefined;
  const parent = parentOf(only);
  if (parent?.type === 'VariableDeclarator' && parent.id === only && parent.init) {
    return knownValue(view.evaluator, parent.init);
  }
  const isAssigned = parent?.type === 'AssignmentExpression' && parent.operator === '=';
  return isAssigned && parent.left === only && isInit
    ? knownValue(view.evaluator, parent.right)
    : undefined;
}
