import { unwrap, type AnyNode, type NodeOf } from '../../node.ts';
import { propertyKey } from '../../property-key.ts';
import type { Value } from '../../value.ts';
import { binary, knownValue, type Known } from './known-values.ts';
import type { LoopView } from './loop-view.ts';
import { valueInRound } from './rounds.ts';

/** The one value that an expression has whenever the loop comes by it. */
export function constantOf(view: LoopView, expression: AnyNode): Known | undefined {
  const node = unwrap(expression);
  switch (node.type) {
    case 'Identifier': {
      const variable = view.variableOf(node);
      if (variable !== undefined && view.isAssigned(variable)) {
        return valueInRound(view, variable, node, constantOf);
      }
      return knownValue(view.evaluator, node);
    }
    case 'UnaryExpression':
      return unary(view, node.operator, node.argument);
    case 'BinaryExpression':
      return node.left.type === 'PrivateIdentifier'
        ? undefined
        : binary(constantOf(view, node.left), node.operator, constantOf(view, node.right));
    case 'SequenceExpression': {
      const last = node.expressions.at(-1);
      return last && constantOf(view, last);
    }
    case 'AssignmentExpression':
      return node.operator === '=' ? constantOf(view, node.right) : undefined;
    case 'MemberExpression': {
      const text = node.object.type === 'Super' ? undefined : constantOf(view, node.object)?.value;
      const isLength =
        typeof text === 'string' && propertyKey(view.evaluator, node)[0] === 'length';
      if (isLength) return { value: text.length };
      return view.isFixed(node) || isOwnGetter(view, node)
        ? knownValue(view.evaluator, node)
        : undefined;
    }
    case 'Literal':
    case 'CallExpression':
    case 'TemplateLiteral':
      return node.type === 'Literal' || view.isFixed(node)
        ? knownValue(view.evaluator, node)
        : undefined;
    default:
      return undefined;
  }
}

/** `get ready() { return false; }` gives the same whatever is stored. */
const isOwnGetter = (view: LoopView, node: NodeOf<'MemberExpression'>): boolean =>
  node.object.type === 'ThisExpression' &&
  propertyKey(view.evaluator, node).some((key) => view.context.effects.isAccessorName(key));

function unary(view: LoopView, operator: string, argument: AnyNode): Known | undefined {
  if (operator === 'void') return { value: undefined };
  if (operator === 'typeof') {
    const type = typeOf(view, argument);
    return type === undefined ? undefined : { value: type };
  }
  const found = constantOf(view, argument);
  if (found === undefined) return undefined;
  const { value } = found;
  if (operator === '!') return { value: !value };
  if (typeof value === 'bigint') return operator === '-' ? { value: -value } : undefined;
  const number = Number(value);
  if (operator === '-') return { value: -number };
  if (operator === '+') return { value: number };
  return operator === '~' ? { value: ~number } : undefined;
}

/** What `typeof` gives for all that an expression can be. */
export function typeOf(view: LoopView, expression: AnyNode): string | undefined {
  const types = view.evaluator.evaluate(expression).map(typeOfValue);
  const [first] = types;
  return types.every((type) => type === first) ? first : undefined;
}

function typeOfValue(value: Value): string | undefined {
  switch (value.kind) {
    case 'constant':
      return value.value === null ? 'object' : typeof value.value;
    case 'text':
      return 'string';
    case 'number':
      return 'number';
    case 'function':
    case 'bound':
      return 'function';
    case 'array':
    case 'object':
      return 'object';
    default:
      return undefined;
  }
}
