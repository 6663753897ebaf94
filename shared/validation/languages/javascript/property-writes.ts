import type { Variable } from 'eslint-scope';
import { isClass, parentOf, isFunction, type AnyNode, type NodeOf } from './node.ts';
import type { Scopes } from './scopes.ts';
import type { Survey } from './survey.ts';

/** What the text stores under a name of its own objects: `this.run = …`, `table.run = …`. */
export interface PropertyWrites {
  of(member: NodeOf<'MemberExpression'>, scopes: Scopes): readonly AnyNode[];
}

const none: readonly AnyNode[] = [];

/** Collected once; asked for every member expression. */
export function collectPropertyWrites(survey: Survey, scopes: Scopes): PropertyWrites {
  const byOwner = new Map<Variable | AnyNode, Map<string, AnyNode[]>>();
  for (const { left, right, operator } of survey.ofType('AssignmentExpression')) {
    if (left.type !== 'MemberExpression' || !operator.endsWith('=')) continue;
    const owner = ownerOf(left.object, scopes);
    const name = plainName(left);
    if (owner === undefined || name === undefined) continue;
    let names = byOwner.get(owner);
    if (names === undefined) byOwner.set(owner, (names = new Map<string, AnyNode[]>()));
    const values = names.get(name);
    if (values === undefined) names.set(name, [right]);
    // A name stored again and again tells nothing new.
    else if (values.length < 8) values.push(right);
  }
  return {
    of(member, scopes) {
      if (byOwner.size === 0) return none;
      const owner = ownerOf(member.object, scopes);
      const name = owner === undefined ? undefined : plainName(member);
      if (owner === undefined || name === undefined) return none;
      return byOwner.get(owner)?.get(name) ?? none;
    },
  };
}

function ownerOf(object: AnyNode, scopes: Scopes): Variable | AnyNode | undefined {
  if (object.type === 'Identifier') return scopes.variableOf(object);
  return object.type === 'ThisExpression' ? thisOwner(object) : undefined;
}

function plainName({ property, computed }: NodeOf<'MemberExpression'>): string | undefined {
  if (property.type === 'PrivateIdentifier') return `#${property.name}`;
  if (property.type === 'Identifier' && !computed) return property.name;
  return property.type === 'Literal' && typeof property.value === 'string'
    ? property.value
    : undefined;
}

/** The class whose instance `this` is, or the object literal or function that owns it. */
function thisOwner(node: AnyNode): AnyNode | undefined {
  let current = parentOf(node);
  while (current !== undefined) {
    if (isClass(current) || current.type === 'ObjectExpression') return current;
    if (isFunction(current) && current.type === 'FunctionDeclaration') return current;
    current = parentOf(current);
  }
  return undefined;
}
