import type { Variable } from '../../scopes/scope.ts';
import { parentOf, unwrap, type AnyNode, type NodeOf } from '../../node.ts';
import { single } from '../../value.ts';
import { isPriceName } from '../future/names.ts';
import { memberName } from '../future/member-name.ts';
import { knownValue } from './known-values.ts';
import type { LoopView } from './loop-view.ts';

/**
 * A number that each round changes by no more than a fixed amount, or brings nearer to nothing: in
 * no time that anybody waits does it become infinite. `x = x / 2 + 1` stays between two ends.
 */
export function staysFinite(view: LoopView, node: AnyNode): boolean {
  const variable = view.variableOf(unwrap(node));
  const [definition, ...others] = variable?.defs ?? [];
  if (variable === undefined || definition?.type !== 'Variable' || others.length > 0) return false;
  const writes = view.writesOf(variable);
  if (writes.length !== 1) return false;
  return variable.references.every((reference) => {
    if (!reference.isWrite()) return true;
    const growth = growthOfWrite(view, reference.identifier, variable);
    return growth !== undefined && growth <= 1;
  });
}

function growthOfWrite(view: LoopView, write: AnyNode, variable: Variable): number | undefined {
  const parent = parentOf(write);
  switch (parent?.type) {
    case 'VariableDeclarator':
      return parent.id === write && parent.init ? growthOf(view, parent.init, variable) : undefined;
    case 'UpdateExpression':
      return 1;
    case 'AssignmentExpression': {
      if (parent.left !== write) return undefined;
      if (parent.operator === '=') return growthOf(view, parent.right, variable);
      const operator = parent.operator.slice(0, -1);
      return growthOfTwo(view, operator, write, parent.right, variable);
    }
    default:
      return undefined;
  }
}

/** By which factor an expression can exceed the variable, apart from what is added; undefined where nobody knows. */
function growthOf(view: LoopView, expression: AnyNode, variable: Variable): number | undefined {
  const node = unwrap(expression);
  if (view.variableOf(node) === variable) return 1;
  if (isFiniteNumber(view, node)) return 0;
  switch (node.type) {
    case 'UnaryExpression':
      return node.operator === '-' || node.operator === '+'
        ? growthOf(view, node.argument, variable)
        : undefined;
    case 'BinaryExpression':
      return node.left.type === 'PrivateIdentifier'
        ? undefined
        : growthOfTwo(view, node.operator, node.left, node.right, variable);
    case 'CallExpression':
      return growthOfCall(view, node, variable);
    default:
      return undefined;
  }
}

function growthOfTwo(
  view: LoopView,
  operator: string,
  left: AnyNode,
  right: AnyNode,
  variable: Variable,
): number | undefined {
  const [a, b] = [growthOf(view, left, variable), growthOf(view, right, variable)];
  if (a === undefined || b === undefined) return undefined;
  const factor = numberOf(view, right);
  switch (operator) {
    case '+':
    case '-':
      return a + b;
    case '/':
      return factor !== undefined && factor !== 0 ? a / Math.abs(factor) : undefined;
    case '*': {
      if (factor !== undefined) return a * Math.abs(factor);
      const other = numberOf(view, left);
      return other === undefined ? undefined : b * Math.abs(other);
    }
    default:
      return undefined;
  }
}

function growthOfCall(
  view: LoopView,
  { callee, arguments: given }: NodeOf<'CallExpression'>,
  variable: Variable,
): number | undefined {
  const value = single(view.evaluator.evaluate(callee));
  const path = value?.kind === 'global' ? value.path : '';
  const growths = given.map((argument) => growthOf(view, argument, variable));
  if (growths.length === 0 || growths.some((one) => one === undefined)) return undefined;
  if (/^Math\.(?:sin|cos|tanh|atan|sign)$/.test(path)) return 0;
  if (!/^Math\.(?:abs|floor|ceil|round|trunc|min|max)$/.test(path)) return undefined;
  return Math.max(...growths.map((one) => one ?? 0));
}

const numberOf = (view: LoopView, node: AnyNode): number | undefined => {
  const value = knownValue(view.evaluator, node)?.value;
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
};

/** A number of the text, or a price of the bar that a strategy is handed: those are always finite. */
function isFiniteNumber(view: LoopView, node: AnyNode): boolean {
  if (numberOf(view, node) !== undefined) return true;
  if (node.type !== 'MemberExpression' || node.object.type !== 'Identifier') return false;
  const definition = view.variableOf(node.object)?.defs[0];
  const method = definition && parentOf(definition.node);
  return (
    definition?.type === 'Parameter' &&
    method?.type === 'MethodDefinition' &&
    method.key.type === 'Identifier' &&
    method.key.name === 'onBar' &&
    isPriceName(memberName(node))
  );
}
