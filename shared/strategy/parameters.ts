import type { ParameterValue } from './session.ts';

/** One entry of a strategy's `export const parameters`. */
export interface ParameterDefinition {
  readonly type: 'integer' | 'number' | 'boolean' | 'text';
  readonly default: ParameterValue;
  readonly minimum?: number;
  readonly maximum?: number;
}

/**
 * The values a run uses: each definition's default unless the run gives another.
 * @throws {RangeError} that names the parameter, for unknown names and values outside the definition.
 */
export function resolveParameters(
  definitions: unknown,
  given: Readonly<Record<string, ParameterValue>>,
): Record<string, ParameterValue> {
  const known = (definitions ?? {}) as Record<string, ParameterDefinition>;
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(known, name)) {
      const names = Object.keys(known).join(', ') || 'none';
      throw new RangeError(`There is no parameter "${name}"; the strategy has: ${names}`);
    }
  }
  const values: Record<string, ParameterValue> = {};
  for (const [name, definition] of Object.entries(known)) {
    const value = Object.hasOwn(given, name) ? given[name] : definition.default;
    values[name] = check(name, definition, value);
  }
  return values;
}

function check(name: string, definition: ParameterDefinition, value: unknown): ParameterValue {
  const fail = (wanted: string): never => {
    throw new RangeError(`Parameter "${name}" is ${String(value)}; it must be ${wanted}`);
  };
  switch (definition.type) {
    case 'boolean':
      return typeof value === 'boolean' ? value : fail('true or false');
    case 'text':
      return typeof value === 'string' ? value : fail('a text');
    case 'integer':
    case 'number': {
      if (typeof value !== 'number' || !Number.isFinite(value)) return fail('a finite number');
      if (definition.type === 'integer' && !Number.isInteger(value)) return fail('a whole number');
      const { minimum = -Infinity, maximum = Infinity } = definition;
      if (value < minimum) return fail(`at least ${minimum}`);
      if (value > maximum) return fail(`at most ${maximum}`);
      return value;
    }
    default:
      return fail('of type integer, number, boolean or text');
  }
}
