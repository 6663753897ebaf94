import type { Evaluator } from './evaluate.ts';
import { single, someText, union, unknown, type Values } from './value.ts';

/**
 * What `this.parameters` holds: of those that are texts, what `export const parameters` says unless the
 * run says otherwise. Numbers are the run's, and nothing is concluded from their defaults.
 */
export function strategyParameters(evaluator: Evaluator): Values {
  const variable = evaluator.scopes.variables.find(
    ({ name, scope }) => name === 'parameters' && scope.type === 'module',
  );
  const definitions = variable && single(evaluator.variable(variable));
  if (definitions?.kind !== 'object') return unknown;
  const properties = new Map<string, Values>();
  for (const [name, values] of definitions.properties) {
    const definition = single(values);
    const initial =
      definition?.kind === 'object' ? definition.properties.get('default') : undefined;
    const only = initial && single(initial);
    const isText = only?.kind === 'constant' && typeof only.value === 'string';
    properties.set(name, isText ? union([only], someText) : unknown);
  }
  return [{ kind: 'object', properties, rest: unknown }];
}
