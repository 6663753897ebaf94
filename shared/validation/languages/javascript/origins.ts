import type { Scopes } from './scopes.ts';
import type { Variable } from './scopes/scope.ts';
import { handedTo, type Origin } from './handed-to.ts';
import { isFunction, parentOf, type AnyNode } from './node.ts';
import { plainKey } from './plain-name.ts';
import type { Survey } from './survey.ts';

/** All that a variable is given, wherever it stands. */
export function originsOf(variable: Variable, scopes: Scopes, survey: Survey): readonly Origin[] {
  const origins: Origin[] = [];
  for (const { type, name } of variable.defs) {
    if (type === 'Parameter') origins.push(...originsAt(name, scopes, survey));
  }
  for (const reference of variable.references) {
    if (reference.isWrite()) origins.push(...originsAt(reference.identifier, scopes, survey));
  }
  return origins;
}

/** From a name outwards through the pattern in which it stands. */
function originsAt(name: AnyNode, scopes: Scopes, survey: Survey): Origin[] {
  const origins: Origin[] = [];
  const add = (node: AnyNode | null | undefined, path: Origin['path']): void => {
    if (node) origins.push({ node, path });
  };
  let path: Origin['path'] = [];
  let child = name;
  for (let parent = parentOf(child); parent !== undefined; parent = parentOf(child)) {
    switch (parent.type) {
      case 'VariableDeclarator': {
        const loop = parentOf(parentOf(parent) ?? parent);
        add(parent.init, path);
        if (loop?.type === 'ForOfStatement' && !parent.init) add(loop.right, [undefined, ...path]);
        return origins;
      }
      case 'AssignmentExpression':
        add(parent.right, path);
        return origins;
      case 'ForOfStatement':
        add(parent.right, [undefined, ...path]);
        return origins;
      case 'AssignmentPattern':
        add(parent.right, path);
        break;
      case 'Property':
        path = [plainKey(parent.key, parent.computed), ...path];
        break;
      case 'ArrayPattern':
        path = [String(parent.elements.indexOf(child as never)), ...path];
        break;
      case 'ObjectPattern':
      case 'RestElement':
        break;
      default:
        if (isFunction(parent)) {
          const index = parent.params.indexOf(child as never);
          for (const { node, path: way } of handedTo(parent, index, scopes, survey)) {
            add(node, [...way, ...path]);
          }
        }
        return origins;
    }
    child = parent;
  }
  return origins;
}
