import { bare, childOf, nameOf, namedOf, type PythonNode } from './node.ts';
import type { PythonScopes } from './resolve-scopes.ts';
import type { PythonSurvey } from './survey.ts';

/** Calls of the text's own functions: by the function, and by a method's name. */
export interface CallSites {
  readonly ofFunction: ReadonlyMap<PythonNode, readonly PythonNode[]>;
  readonly ofMember: ReadonlyMap<string, readonly PythonNode[]>;
  /** Calls that a function is handed to: `map(f, xs)`. */
  readonly handedTo: ReadonlyMap<PythonNode, readonly PythonNode[]>;
}

const none: readonly PythonNode[] = [];

export function collectCallSites(survey: PythonSurvey, scopes: PythonScopes): CallSites {
  const ofFunction = new Map<PythonNode, PythonNode[]>();
  const ofMember = new Map<string, PythonNode[]>();
  const handedTo = new Map<PythonNode, PythonNode[]>();
  const ownFunctions = (name: PythonNode): readonly PythonNode[] => {
    const variable = scopes.scopeOf(name).find(nameOf(name));
    if (variable === undefined) return none;
    return variable.bindings.flatMap(({ source }) =>
      source.how === 'definition' || source.how === 'value' ? [source.node] : none,
    );
  };
  for (const call of survey.ofKind('call')) {
    const callee = childOf(call, 'function');
    if (callee?.kind === 'identifier') {
      for (const node of ownFunctions(callee)) {
        if (node.kind === 'class_definition') push(ofMember, '__init__', call);
        else push(ofFunction, node, call);
      }
    } else if (callee?.kind === 'attribute') {
      const name = childOf(callee, 'attribute');
      if (name) push(ofMember, nameOf(name), call);
    } else if (callee !== undefined) push(ofFunction, bare(callee), call);
    for (const argument of namedOf(childOf(call, 'arguments') ?? call)) {
      if (argument.kind === 'lambda') push(handedTo, argument, call);
      else if (argument.kind === 'identifier') {
        for (const node of ownFunctions(argument)) push(handedTo, node, call);
      }
    }
  }
  return { ofFunction, ofMember, handedTo };
}

function push<Key>(lists: Map<Key, PythonNode[]>, key: Key, node: PythonNode): void {
  const known = lists.get(key);
  if (known === undefined) lists.set(key, [node]);
  else known.push(node);
}
