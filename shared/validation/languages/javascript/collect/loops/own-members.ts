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
import { Remembered } from '../../remembered.ts';

type Part = NodeOf<'MethodDefinition' | 'PropertyDefinition' | 'Property'>;
type Use = 'get' | 'set' | 'call';

interface Owner {
  readonly owner: ClassLike | NodeOf<'ObjectExpression'>;
  readonly isStatic: boolean;
}

/** The class or object literal that a name stands for. */
function namedOwner(evaluator: Evaluator, node: NodeOf<'Identifier'>): Owner | undefined {
  const variable = evaluator.scopes.variableOf(node);
  const [definition, ...others] = variable?.defs ?? [];
  if (definition === undefined || others.length > 0) return undefined;
  const declared = definition.node;
  if (isClass(declared)) return { owner: declared, isStatic: true };
  if (declared.type !== 'VariableDeclarator' || declared.id.type !== 'Identifier') return undefined;
  const writes = variable?.references.filter((reference) => reference.isWrite()) ?? [];
  if (writes.length !== 1 || declared.init?.type !== 'ObjectExpression') return undefined;
  return { owner: declared.init, isStatic: false };
}

/** The class or object literal whose `this` is meant, and whether it is the class itself. */
function ownerOf(node: NodeOf<'ThisExpression'>): Owner | undefined {
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
  self: NodeOf<'ThisExpression' | 'Identifier'>,
  names: readonly string[],
  use: Use,
): FunctionLike | undefined {
  const found = self.type === 'Identifier' ? namedOwner(evaluator, self) : ownerOf(self);
  if (found === undefined) return undefined;
  const table = tableOf(evaluator, found.owner);
  for (const name of names) {
    for (const part of table.get(name) ?? []) {
      if ('static' in part && part.static !== found.isStatic) continue;
      if (useOf(part) === use && part.value && isFunction(part.value)) return part.value;
    }
  }
  return undefined;
}

const tables = new Remembered<AnyNode, Map<string, Part[]>>();

/** The functions of a class or object by their names; asked for at every `this.name`. */
function tableOf(
  evaluator: Evaluator,
  owner: ClassLike | NodeOf<'ObjectExpression'>,
): Map<string, Part[]> {
  const known = tables.get(owner);
  if (known !== undefined) return known;
  const table = new Map<string, Part[]>();
  const parts: readonly AnyNode[] = isClass(owner) ? owner.body.body : owner.properties;
  for (const part of parts) {
    if (!isPart(part) || !part.value || !isFunction(part.value)) continue;
    for (const key of propertyKey(evaluator, part)) {
      const list = table.get(key);
      if (list === undefined) table.set(key, [part]);
      else list.push(part);
    }
  }
  tables.set(owner, table);
  return table;
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
