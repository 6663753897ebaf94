import type { Variable } from './scopes/scope.ts';
import type { Evaluator } from './evaluate.ts';
import { isFunction, parentOf, treeNode, type AnyNode, type FunctionLike } from './node.ts';
import { elementsOf } from './elements.ts';
import { parameterValue } from './parameters.ts';
import { propertyKey } from './property-key.ts';
import { someNumber, someText, union, unknown, type Values } from './value.ts';

/**
 * What a place in a pattern receives: `f` in `const { constructor: f } = []`, in
 * `for (const [, f] of pairs)`, in `({ f }) => …`. The way leads from the name outwards.
 */
export function patternValue(evaluator: Evaluator, node: AnyNode): Values {
  // Each of its names asks for the whole pattern.
  if (node.type !== 'ObjectPattern' && node.type !== 'ArrayPattern') return given(evaluator, node);
  return (treeNode(node).values ??= given(evaluator, node));
}

function given(evaluator: Evaluator, node: AnyNode): Values {
  const parent = parentOf(node);
  if (parent === undefined) return unknown;
  if (isFunction(parent)) return parameterValue(evaluator, parent, node);
  switch (parent.type) {
    case 'VariableDeclarator': {
      const loop = parentOf(parentOf(parent) ?? parent);
      if (loop?.type === 'ForOfStatement' && loop.right !== parent.init && parent.init === null) {
        return elementsOf(evaluator.evaluate(loop.right));
      }
      if (loop?.type === 'ForInStatement' && parent.init === null) {
        return keysOf(evaluator.evaluate(loop.right));
      }
      return parent.init ? evaluator.evaluate(parent.init) : [];
    }
    case 'ForOfStatement':
      return elementsOf(evaluator.evaluate(parent.right));
    case 'ForInStatement':
      return keysOf(evaluator.evaluate(parent.right));
    case 'AssignmentExpression':
      return parent.left === node ? evaluator.evaluate(parent) : unknown;
    case 'UpdateExpression':
      return someNumber;
    case 'AssignmentPattern':
      return union(patternValue(evaluator, parent), evaluator.evaluate(parent.right));
    case 'CatchClause':
      return thrownAt(evaluator, parent);
    case 'RestElement':
      return restValue(evaluator, parent);
    case 'ArrayPattern':
      return members(evaluator, parent, [String(parent.elements.indexOf(node as never))]);
    case 'Property':
      return members(evaluator, parentOf(parent) ?? parent, propertyKey(evaluator, parent));
    default:
      return unknown;
  }
}

/** What a `catch` receives: what its `try` throws itself, or anything that fails in it. */
function thrownAt(evaluator: Evaluator, clause: AnyNode): Values {
  const owner = parentOf(clause);
  const thrown = (owner && evaluator.leavings.throws.get(owner)) ?? [];
  return union(...thrown.map((node) => evaluator.evaluate(node)), unknown);
}

function members(evaluator: Evaluator, pattern: AnyNode, keys: readonly string[]): Values {
  let found: Values = [];
  for (const source of patternValue(evaluator, pattern)) {
    for (const key of keys) found = union(found, evaluator.memberOfValue(source, key));
  }
  return found.length === 0 ? unknown : found;
}

/** `...rest` holds what the pattern's source holds, or more than one of its elements. */
function restValue(evaluator: Evaluator, rest: AnyNode): Values {
  const owner = parentOf(rest);
  if (owner?.type === 'ObjectPattern') return patternValue(evaluator, owner);
  if (owner?.type === 'ArrayPattern') {
    const index = owner.elements.indexOf(rest as never);
    return patternValue(evaluator, owner).map((source) =>
      source.kind === 'array' ? { kind: 'array', elements: source.elements.slice(index) } : source,
    );
  }
  return owner !== undefined && isFunction(owner)
    ? parameterValue(evaluator, owner, rest)
    : unknown;
}

/** Keys of the global object are a way to its dangerous members: still texts that are not known. */
function keysOf(values: Values): Values {
  const keys = values.flatMap((value): Values =>
    value.kind === 'object'
      ? [...value.properties.keys()].map((key) => ({ kind: 'constant', value: key }))
      : someText,
  );
  return keys.length === 0 ? unknown : keys;
}

/** The variables of a function's simple parameters, in order; undefined for patterns. */
export function parameterVariables(
  evaluator: Evaluator,
  node: FunctionLike,
): (Variable | undefined)[] {
  const declared = evaluator.scopes.declaredBy(node);
  return node.params.map((parameter) => {
    const name = parameter.type === 'AssignmentPattern' ? parameter.left : parameter;
    if (name.type !== 'Identifier') return undefined;
    return declared.find((variable) => variable.name === name.name);
  });
}
