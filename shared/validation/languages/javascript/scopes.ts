import type { Program } from 'acorn';
import { analyze, type ScopeManager, type Variable } from 'eslint-scope';
import { treeNode, type AnyNode, type NodeOf } from './node.ts';

type Identifier = NodeOf<'Identifier'>;

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

/** Names of honest texts are seldom used more often. */
const fewUses = 200;

/** Whoever goes through the many uses of one name, pays for each: so all of that has an end. */
function countUses(variable: Variable, program: Program): void {
  const { references } = variable;
  const { origin } = treeNode(program);
  Object.defineProperty(variable, 'references', {
    get: () => {
      origin.spend(references.length);
      return references;
    },
  });
}

export function resolveScopes(program: Program): Scopes {
  const manager: ScopeManager = analyze(program as never, {
    ecmaVersion: 2022,
    // A direct eval would make every name around it dynamic, and so hide all aliases.
    ignoreEval: true,
    sourceType: 'module',
  });
  const variables: Variable[] = [];
  for (const scope of manager.scopes) {
    for (const reference of scope.references) {
      const identifier = reference.identifier as unknown as AnyNode;
      treeNode(identifier).variable = reference.resolved ?? undefined;
    }
    for (const variable of scope.variables) {
      if (variable.references.length > fewUses) countUses(variable, program);
      variables.push(variable);
    }
  }
  const through = manager.globalScope?.through ?? [];
  return {
    variables,
    variableOf: (identifier) => treeNode(identifier).variable,
    globals: through.map((reference) => ({
      identifier: reference.identifier as unknown as Identifier,
      written: reference.isWrite(),
    })),
    declaredBy: (node) => manager.getDeclaredVariables(node as never),
  };
}
