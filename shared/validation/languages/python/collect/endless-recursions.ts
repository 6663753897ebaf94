import type { Loop } from '../../../facts.ts';
import { childOf, descendants, nameOf, namedOf, placeOf, type PythonNode } from '../node.ts';
import { parametersOf } from '../parameters.ts';
import { classAround } from '../passed.ts';
import type { PythonSurvey } from '../survey.ts';

/** Whatever can lead past the call of itself. */
const branches = new Set([
  'if_statement',
  'while_statement',
  'for_statement',
  'try_statement',
  'match_statement',
  'with_statement',
  'conditional_expression',
  'boolean_operator',
  'lambda',
  'function_definition',
  'class_definition',
  'yield',
  'raise_statement',
  'assert_statement',
  'list_comprehension',
  'set_comprehension',
  'dictionary_comprehension',
  'generator_expression',
]);

/** Functions that call themselves on every way through them. */
export function endlessRecursions(survey: PythonSurvey): Loop[] {
  const called = new Set(survey.ofKind('call').map(calledName));
  return survey.ofKind('function_definition', 'lambda').flatMap((node) => {
    const name = nameFor(node);
    const call = name !== undefined && called.has(name) ? callOfItself(node, name) : undefined;
    return call === undefined
      ? []
      : [{ reason: 'it calls itself on every way', place: placeOf(call) }];
  });
}

function calledName(call: PythonNode): string {
  const callee = childOf(call, 'function');
  const name = callee && (childOf(callee, 'attribute') ?? callee);
  return name?.kind === 'identifier' ? nameOf(name) : '';
}

function callOfItself(definition: PythonNode, name: string): PythonNode | undefined {
  const body = childOf(definition, 'body');
  if (body === undefined) return undefined;
  const statements = definition.kind === 'lambda' ? [body] : namedOf(body);
  for (const statement of statements) {
    const parts = [...descendants(statement)];
    if (parts.some(({ kind }) => branches.has(kind))) return undefined;
    const call = parts.find((part) => part.kind === 'call' && calls(part, name, definition));
    if (call !== undefined) return call;
    if (statement.kind === 'return_statement') return undefined;
  }
  return undefined;
}

function nameFor(definition: PythonNode): string | undefined {
  const name = childOf(definition, 'name');
  if (name !== undefined) return nameOf(name);
  const { parent } = definition;
  const target = parent?.kind === 'assignment' ? childOf(parent, 'left') : undefined;
  return target?.kind === 'identifier' ? nameOf(target) : undefined;
}

function calls(call: PythonNode, name: string, definition: PythonNode): boolean {
  const callee = childOf(call, 'function');
  if (callee?.kind === 'identifier')
    return nameOf(callee) === name && classAround(definition) === undefined;
  const [object, member] = callee ? [childOf(callee, 'object'), childOf(callee, 'attribute')] : [];
  const isOwn =
    object?.kind === 'identifier' && nameOf(object) === parametersOf(definition)[0]?.name;
  return (
    isOwn &&
    member !== undefined &&
    nameOf(member) === name &&
    classAround(definition) !== undefined
  );
}
