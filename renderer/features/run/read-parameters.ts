import {
  parse,
  type Expression,
  type ModuleDeclaration,
  type Program,
  type Statement,
} from 'acorn';
import type { ParameterDefinition } from '../../../shared/strategy/parameters.ts';

export interface NamedParameter extends ParameterDefinition {
  readonly name: string;
}

const types: readonly string[] = ['integer', 'number', 'boolean', 'text'];

/**
 * What `export const parameters = {…}` says, as far as it is written in literals; the code is read,
 * never run. Entries that are computed are left out: their defaults hold.
 * @returns null if the text cannot be parsed at this moment.
 */
export function readParameters(source: string): NamedParameter[] | null {
  let program: Program;
  try {
    program = parse(source, { ecmaVersion: 'latest', sourceType: 'module' });
  } catch {
    // Half-typed code; the validation says what is wrong with it.
    return null;
  }
  const literal = program.body.map(parametersOf).find((value) => value !== undefined);
  return definitionsOf(literal);
}

/** The entries of a declaration that are whole. */
export function definitionsOf(declared: unknown): NamedParameter[] {
  if (!isRecord(declared)) return [];
  return Object.entries(declared).flatMap(([name, entry]) => definitionOf(name, entry) ?? []);
}

function parametersOf(statement: Statement | ModuleDeclaration): unknown {
  if (statement.type !== 'ExportNamedDeclaration') return undefined;
  const { declaration } = statement;
  if (declaration?.type !== 'VariableDeclaration') return undefined;
  for (const { id, init } of declaration.declarations) {
    if (id.type === 'Identifier' && id.name === 'parameters' && init) return valueOf(init);
  }
  return undefined;
}

/** The value of a literal expression; undefined for everything that would have to be computed. */
function valueOf(node: Expression): unknown {
  switch (node.type) {
    case 'Literal':
      return node.value;
    case 'TemplateLiteral':
      return node.expressions.length === 0 ? node.quasis[0]?.value.cooked : undefined;
    case 'UnaryExpression': {
      const value = valueOf(node.argument);
      if (typeof value !== 'number') return undefined;
      if (node.operator === '-') return -value;
      return node.operator === '+' ? value : undefined;
    }
    case 'ObjectExpression': {
      const entries = node.properties.flatMap((property): [string, unknown][] => {
        if (property.type !== 'Property' || property.computed) return [];
        const { key } = property;
        if (key.type === 'Identifier') return [[key.name, valueOf(property.value)]];
        return key.type === 'Literal' ? [[String(key.value), valueOf(property.value)]] : [];
      });
      return Object.fromEntries(entries);
    }
    default:
      return undefined;
  }
}

function definitionOf(name: string, entry: unknown): NamedParameter | null {
  if (!isRecord(entry)) return null;
  const { type, default: value, minimum, maximum } = entry;
  if (typeof type !== 'string' || !types.includes(type)) return null;
  const wanted = { integer: 'number', number: 'number', boolean: 'boolean', text: 'string' }[type];
  if (typeof value !== wanted) return null;
  return {
    name,
    type: type as NamedParameter['type'],
    default: value as NamedParameter['default'],
    ...(typeof minimum === 'number' ? { minimum } : {}),
    ...(typeof maximum === 'number' ? { maximum } : {}),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
