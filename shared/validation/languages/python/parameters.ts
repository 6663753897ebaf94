import { childOf, nameOf, namedOf, type PythonNode } from './node.ts';
import type { PythonScopes } from './resolve-scopes.ts';

/** One parameter of a function as written. */
export interface Parameter {
  readonly identifier: PythonNode;
  readonly name: string;
  readonly takes: 'one' | 'list' | 'table';
  readonly fallback: PythonNode | undefined;
}

export function parametersOf(definition: PythonNode): Parameter[] {
  const list = childOf(definition, 'parameters');
  if (list === undefined) return [];
  return namedOf(list).flatMap((node) => {
    const identifier = nameIn(node);
    if (identifier === undefined) return [];
    const takes = node.kind === 'typed_parameter' ? takesOf(namedOf(node)[0]) : takesOf(node);
    return [{ identifier, name: nameOf(identifier), takes, fallback: childOf(node, 'value') }];
  });
}

function nameIn(node: PythonNode): PythonNode | undefined {
  if (node.kind === 'identifier') return node;
  const named = childOf(node, 'name') ?? namedOf(node)[0];
  if (named === undefined || node.kind === 'type') return undefined;
  return named.kind === 'identifier' ? named : nameIn(named);
}

function takesOf(node: PythonNode | undefined): Parameter['takes'] {
  if (node?.kind === 'list_splat_pattern') return 'list';
  return node?.kind === 'dictionary_splat_pattern' ? 'table' : 'one';
}

export function bindParameters(definition: PythonNode, scopes: PythonScopes): void {
  const scope = scopes.of(definition);
  parametersOf(definition).forEach(({ identifier, name, takes, fallback }, index) => {
    const source = { how: 'parameter', of: definition, index, name, takes, fallback } as const;
    scope.declare(name).bindings.push({ source, at: identifier });
    identifier.isBound = true;
  });
}
