import type { Declaration } from '../../../facts.ts';
import { placeOf } from '../node.ts';
import type { Scopes } from '../scopes.ts';

/** Names that the module itself declares; imports and names inside functions are left out. */
export function collectModuleDeclarations(scopes: Scopes): Declaration[] {
  const declarations: Declaration[] = [];
  for (const variable of scopes.variables) {
    if (variable.scope.type !== 'module') continue;
    for (const { type, name } of variable.defs) {
      if (type === 'ImportBinding') continue;
      declarations.push({ name: variable.name, place: placeOf(name) });
    }
  }
  return declarations;
}
