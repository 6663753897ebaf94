import { childOf, nameOf, type PythonNode } from './node.ts';
import type { PythonScopes } from './resolve-scopes.ts';
import type { PythonSurvey } from './survey.ts';

/** Calls of the text's own functions: by the function, and by a method's name. */
export interface CallSites {
  readonly ofFunction: ReadonlyMap<PythonNode, readonly PythonNode[]>;
  readonly ofMember: ReadonlyMap<string, readonly PythonNode[]>;
}

export function collectCallSites(survey: PythonSurvey, scopes: PythonScopes): CallSites {
  const ofFunction = new Map<PythonNode, PythonNode[]>();
  const ofMember = new Map<string, PythonNode[]>();
  for (const call of survey.ofKind('call')) {
    const callee = childOf(call, 'function');
    if (callee?.kind === 'identifier') {
      const name = nameOf(callee);
      for (const { source } of scopes.scopeOf(callee).find(name)?.bindings ?? []) {
        if (source.how !== 'definition' && source.how !== 'value') continue;
        if (source.node.kind === 'class_definition') push(ofMember, '__init__', call);
        else push(ofFunction, source.node, call);
      }
    } else if (callee?.kind === 'attribute') {
      const name = childOf(callee, 'attribute');
      if (name) push(ofMember, nameOf(name), call);
    }
  }
  return { ofFunction, ofMember };
}

function push<Key>(lists: Map<Key, PythonNode[]>, key: Key, node: PythonNode): void {
  const known = lists.get(key);
  if (known === undefined) lists.set(key, [node]);
  else known.push(node);
}
