import { importedNames } from './imported-names.ts';
import { childOf, nameOf, type PythonNode } from './node.ts';
import { isNoVariable } from './scope.ts';
import type { PythonSurvey } from './survey.ts';
import type { Value } from './value.ts';

/** What keeps an expression to be taken out again elsewhere. */
const keepers = new Set([
  'list',
  'tuple',
  'set',
  'pair',
  'expression_list',
  'argument_list',
  'keyword_argument',
  'return_statement',
  'yield',
  'lambda',
  'list_comprehension',
  'set_comprehension',
  'generator_expression',
  'match_statement',
  'as_pattern',
]);

/** What an expression goes through as it is. */
const passages = new Set([
  'parenthesized_expression',
  'conditional_expression',
  'boolean_operator',
  'named_expression',
]);

/** They look at what they are given, and what `getattr` finds is followed. */
const lookers = new Set([
  'getattr',
  'hasattr',
  'isinstance',
  'print',
  'vars',
  'dir',
  'type',
  'repr',
]);

/**
 * Modules that the text hands on as values: into a list, to a call, out of a function. Not every way on
 * which one comes out again is followed, so that anything unknown may be one of them.
 */
export function collectHandedModules(survey: PythonSurvey): readonly string[] {
  const modules = new Map<string, string>();
  for (const statement of survey.ofKind('import_statement')) {
    for (const { path, name } of importedNames(statement)) {
      if (path !== undefined && name) modules.set(nameOf(name), path);
    }
  }
  if (modules.size === 0) return [];
  const handed = new Set<string>();
  for (const node of survey.ofKind('identifier')) {
    const module = modules.get(nameOf(node));
    if (module !== undefined && !node.isBound && isHanded(node)) handed.add(module);
  }
  return [...handed];
}

function isHanded(node: PythonNode): boolean {
  let at = node;
  while (at.parent && passages.has(at.parent.kind)) at = at.parent;
  const { parent } = at;
  if (parent === undefined || !keepers.has(parent.kind) || isNoVariable(node)) return false;
  if (parent.kind !== 'argument_list' || parent.parent === undefined) return true;
  const callee = childOf(parent.parent, 'function');
  return callee?.kind !== 'identifier' || !lookers.has(nameOf(callee));
}

/** Whether a value may be something of which nothing is known, a handed module among it. */
export const mayBeHanded = (value: Value): boolean =>
  value.kind === 'path' ? value.path.includes('()') : opaque.has(value.kind);

const opaque: ReadonlySet<Value['kind']> = new Set(['unknown', 'function', 'method', 'getter']);
