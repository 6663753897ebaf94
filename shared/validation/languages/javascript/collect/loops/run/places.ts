import type { AnyNode, NodeOf } from '../../../node.ts';
import type { Machine } from './machine.ts';
import { memberOf, storeMember } from './members.ts';
import { textOf, isPrimitive, Cell, type Thing } from './thing.ts';

type Store = 'declare' | 'assign';

/** Puts a value where a declaration, a parameter or an assignment says. */
export function bindPattern(
  machine: Machine,
  pattern: AnyNode,
  value: Thing,
  how: Store = 'declare',
): void {
  machine.spend();
  switch (pattern.type) {
    case 'Identifier': {
      const variable = machine.evaluator.scopes.variableOf(pattern) ?? declaredAs(machine, pattern);
      if (variable === undefined) return;
      if (how === 'declare') machine.declare(variable, value);
      else machine.assign(variable, value);
      return;
    }
    case 'MemberExpression':
      if (pattern.object.type === 'Super') return machine.disturb([]);
      return storeMember(machine, machine.value(pattern.object), keyOf(machine, pattern), value);
    case 'AssignmentPattern': {
      if (value === undefined) {
        return bindPattern(machine, pattern.left, machine.value(pattern.right), how);
      }
      return bindPattern(machine, pattern.left, value, how);
    }
    case 'RestElement':
      return bindPattern(machine, pattern.argument, value, how);
    case 'ArrayPattern':
      pattern.elements.forEach((element, index) => {
        if (!element) return;
        const isRest = element.type === 'RestElement';
        const isKeyed = value instanceof Cell && value.kind !== 'list' && value.kind !== 'typed';
        const part =
          isRest || isKeyed ? machine.memory.fresh() : memberOf(machine, value, String(index));
        bindPattern(machine, element, part, how);
      });
      return;
    case 'ObjectPattern':
      for (const property of pattern.properties) {
        if (property.type === 'RestElement') {
          bindPattern(machine, property.argument, machine.memory.fresh(), how);
          continue;
        }
        const key = propertyName(machine, property);
        bindPattern(machine, property.value, memberOf(machine, value, key), how);
      }
      return;
    default:
  }
}

/** Parameters and declared names are no references of their own. */
function declaredAs({ evaluator }: Machine, node: NodeOf<'Identifier'>) {
  let scope = (node as { parent?: AnyNode }).parent;
  while (scope !== undefined) {
    const found = evaluator.scopes.declaredBy(scope).find(({ name }) => name === node.name);
    if (found !== undefined) return found;
    scope = (scope as { parent?: AnyNode }).parent;
  }
  return undefined;
}

/** The name that a member expression asks for; undefined where nobody knows it. */
export function keyOf(machine: Machine, { property, computed }: NodeOf<'MemberExpression'>): Thing {
  if (property.type === 'PrivateIdentifier') return `#${property.name}`;
  if (!computed && property.type === 'Identifier') return property.name;
  const key = machine.value(property);
  if (isPrimitive(key)) return String(key);
  return key;
}

export function propertyName(
  machine: Machine,
  { key, computed }: NodeOf<'Property' | 'PropertyDefinition' | 'MethodDefinition'>,
): Thing {
  if (key.type === 'PrivateIdentifier') return `#${key.name}`;
  if (!computed && key.type === 'Identifier') return key.name;
  const value = machine.value(key);
  return isPrimitive(value) ? String(value) : textOf(value) === '' ? machine.memory.fresh() : value;
}
