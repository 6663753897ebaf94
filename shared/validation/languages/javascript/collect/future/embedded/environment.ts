import type { Variable } from '../../../scopes/scope.ts';
import { isFunction, parentOf, type AnyNode, type FunctionLike } from '../../../node.ts';
import type { Scopes } from '../../../scopes.ts';
import type { Facet } from './facet.ts';

/** What a parameter stands for while one call is followed. */
export type Binding =
  | { readonly kind: 'argument'; readonly node: AnyNode; readonly within: Environment }
  | { readonly kind: 'facet'; readonly facet: Facet | undefined }
  /** The place in the list that calls the function, element by element. */
  | { readonly kind: 'place'; readonly walk: AnyNode; readonly shift: number };

export type Environment = ReadonlyMap<Variable, Binding>;

export const nothingBound: Environment = new Map();

/** Binds the parameters of a function, patterns included, to what it is called with. */
export function bound(
  scopes: Scopes,
  called: FunctionLike,
  bindings: readonly (Binding | undefined)[],
  outer: Environment,
): Environment {
  const environment = new Map(outer);
  for (const variable of scopes.declaredBy(called)) {
    const [definition] = variable.defs;
    if (definition?.type !== 'Parameter') continue;
    let part: AnyNode = definition.name;
    while (parentOf(part) !== called && parentOf(part) !== undefined) {
      part = parentOf(part) as AnyNode;
    }
    const place = called.params.indexOf(part as never);
    const standard =
      part.type === 'AssignmentPattern'
        ? ({ kind: 'argument', node: part.right, within: outer } as const)
        : undefined;
    const binding = bindings[place] ?? standard;
    if (binding !== undefined) environment.set(variable, binding);
  }
  return environment;
}

/** Whether a node stands in a method of a class, where the bars come by. */
export function methodAround(node: AnyNode): string | undefined {
  for (let current = parentOf(node); current !== undefined; current = parentOf(current)) {
    if (!isFunction(current)) continue;
    const method = parentOf(current);
    const isOwn = method?.type === 'MethodDefinition' || method?.type === 'PropertyDefinition';
    if (isOwn && 'name' in method.key) return method.key.name;
  }
  return undefined;
}
