import type { Program } from 'acorn';
import { isFunction, treeNode, type AnyNode } from './node.ts';
import { ScopeReader } from './scopes/scope-reader.ts';
import type { Identifier, Reference, Scope, Variable } from './scopes/scope.ts';

/** Which variable each name means. */
export interface Scopes {
  /** The variable of an identifier; undefined when it is a global of the language or the host. */
  variableOf(identifier: Identifier): Variable | undefined;
  /** Names that no scope of the text declares, in the text's order. */
  readonly globals: readonly { readonly identifier: Identifier; readonly written: boolean }[];
  /** Variables that a function, class or declaration declares. */
  declaredBy(node: AnyNode): readonly Variable[];
  /** All variables of the text. */
  readonly variables: readonly Variable[];
}

export function resolveScopes(program: Program): Scopes {
  const { variables, references } = new ScopeReader(program);
  const globals: { identifier: Identifier; written: boolean }[] = [];
  for (const reference of references) {
    const { identifier } = reference;
    const variable = resolved(reference);
    variable?.add(reference);
    treeNode(identifier).variable = variable;
    if (variable === undefined) globals.push({ identifier, written: reference.isWrite() });
  }
  return {
    variables,
    globals,
    variableOf: (identifier) => treeNode(identifier).variable,
    declaredBy: (node) => treeNode(node).declares ?? none,
  };
}

/** From the scope that a name stands in outwards. */
function resolved(reference: Reference): Variable | undefined {
  const { name } = reference.identifier;
  for (let scope: Scope | undefined = reference.from; scope; scope = scope.upper) {
    const own = scope.own(name) ?? (name === 'arguments' ? argumentsOf(scope) : undefined);
    if (own !== undefined && !isHidden(own, reference)) return own;
  }
  return undefined;
}

function argumentsOf(scope: Scope): Variable | undefined {
  const hasOwn = scope.type === 'function' && scope.block.type !== 'ArrowFunctionExpression';
  return hasOwn ? scope.define('arguments') : undefined;
}

/** A default value of a parameter does not see what the function's body declares. */
function isHidden({ scope, defs }: Variable, { identifier }: Reference): boolean {
  const { block } = scope;
  if (scope.type !== 'function' || !isFunction(block) || defs.length === 0) return false;
  const { start } = block.body;
  return identifier.start < start && defs.every(({ name }) => name.start >= start);
}

const none: readonly Variable[] = [];
