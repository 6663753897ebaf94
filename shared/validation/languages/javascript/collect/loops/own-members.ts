import type { Evaluator } from '../../evaluate.ts';
import {
  isClass,
  isFunction,
  parentOf,
  type AnyNode,
  type ClassLike,
  type FunctionLike,
  type NodeOf,
} from '../../node.ts';
import { propertyKey } from '../../property-key.ts';

type Part = NodeOf<'MethodDefinition' | 'PropertyDefinition' | 'Property'>;
type Use = 'get' | 'set' | 'call';

/** The class or object literal whose `this` is meant, and whether it is the class itself. */
function ownerOf(
  node: AnyNode,
): { owner: ClassLike | NodeOf<'ObjectExpression'>; isStatic: boolean } | undefined {
  for (let current = parentOf(node); current !== undefined; current = parentOf(current)) {
    if (current.type === 'MethodDefinition' || current.type === 'PropertyDefinition') {
      const owner = parentOf(parentOf(current) ?? current);
      return owner && isClass(owner) ? { owner, isStatic: current.static } : undefined;
    }
    const isMethod = isFunction(current) && current.type === 'FunctionExpression';
    if (!isMethod) {
      if (isFunction(current) && current.type === 'FunctionDeclaration') return undefined;
      continue;
    }
    const property = parentOf(current);
    if (property?.type === 'MethodDefinition') continue;
    const owner = property && parentOf(property);
    const isPart = property?.type === 'Property' && owner?.type === 'ObjectExpression';
    return isPart ? { owner, isStatic: false } : undefined;
  }
  return undefined;
}

/** The function that runs when `this.name` is read, stored or called; one that others may override is not certain. */
export function ownFunction(
  evaluator: Evaluator,
  self: NodeOf<'ThisExpression'>,
  names: readonly string[],
  use: Use,
): FunctionLike | undefined {
  const found = ownerOf(self);
  if (found === undefined) return undefined;
  const parts: readonly AnyNode[] = isClass(found.owner)
    ? found.owner.body.body
    : found.owner.properties;
  for (const part of parts) {
    if (!isPart(part) || !propertyKey(evaluator, part).some((key) => names.includes(key))) continue;
    if (isClass(found.owner) && (part as NodeOf<'MethodDefinition'>).static !== found.isStatic)
      continue;
    const { value } = part;
    if (value && isFunction(value) && useOf(part) === use) return value;
  }
  return undefined;
}

const isPart = (node: AnyNode): node is Part =>
  node.type === 'MethodDefinition' ||
  node.type === 'PropertyDefinition' ||
  node.type === 'Property';

function useOf(part: Part): Use {
  if (part.type === 'PropertyDefinition') return 'call';
  return part.kind === 'get' || part.kind === 'set' ? part.kind : 'call';
}

export function constructorOf(node: ClassLike): FunctionLike | undefined {
  const found = node.body.body.find(
    (part) => part.type === 'MethodDefinition' && part.kind === 'constructor',
  );
  return found?.type === 'MethodDefinition' && isFunction(found.value) ? found.value : undefined;
}
