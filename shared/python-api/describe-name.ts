import { childOf, namedOf, textOf, type PythonNode } from '../validation/languages/python/node.ts';
import type { PythonName } from './python-api.ts';

/** Finds the class that an annotation names. */
export type ClassIn = (annotation: string) => string | undefined;

/** A class, function or value of a module, as an editor shows it. */
export function describeName(node: PythonNode, classIn: ClassIn): PythonName {
  if (node.kind === 'class_definition') {
    const name = nameIn(node);
    const docstring = docstringOf(node);
    return { name, kind: 'class', signature: '', docstring, gives: classIn(name) };
  }
  if (node.kind === 'function_definition') return describeFunction(node, 'function', classIn);
  const [assignment] = node.children;
  const left = assignment && childOf(assignment, 'left');
  const type = assignment && childOf(assignment, 'type');
  return {
    name: left === undefined ? '' : textOf(left),
    kind: 'value',
    signature: type === undefined ? '' : `: ${textOf(type)}`,
    docstring: commentAbove(node),
    gives: type && classIn(textOf(type)),
  };
}

/** What a class has for its users: methods, properties and annotated fields without an underscore. */
export function classMembers(node: PythonNode, classIn: ClassIn): PythonName[] {
  const body = childOf(node, 'body');
  const members = (body?.children ?? []).flatMap((part): PythonName[] => {
    if (part.kind === 'decorated_definition') {
      const definition = childOf(part, 'definition');
      if (definition?.kind !== 'function_definition') return [];
      const decorators = part.children.filter(({ kind }) => kind === 'decorator').map(textOf);
      if (decorators.some((decorator) => decorator.endsWith('.setter'))) return [];
      const isProperty = decorators.some((decorator) => decorator.includes('property'));
      return [describeFunction(definition, isProperty ? 'property' : 'method', classIn)];
    }
    if (part.kind === 'function_definition') {
      if (nameIn(part) === '__init__') return storedFields(part, classIn);
      return [describeFunction(part, 'method', classIn)];
    }
    const field = part.kind === 'expression_statement' ? part.children[0] : undefined;
    if (field?.kind !== 'assignment' || childOf(field, 'type') === undefined) return [];
    return [{ ...describeName(part, classIn), kind: 'property' }];
  });
  return members.filter(({ name }) => !name.startsWith('_'));
}

/** `self.value = …` in a constructor, where a comment `#:` says what it is. */
function storedFields(constructor: PythonNode, classIn: ClassIn): PythonName[] {
  return (childOf(constructor, 'body')?.children ?? []).flatMap((statement): PythonName[] => {
    const [assignment] = statement.children;
    if (statement.kind !== 'expression_statement' || assignment?.kind !== 'assignment') return [];
    const { name, ...described } = describeName(statement, classIn);
    const [, field] = /^self\.(\w+)$/.exec(name) ?? [];
    if (field === undefined || described.docstring === '') return [];
    return [{ ...described, name: field, kind: 'property' }];
  });
}

function describeFunction(
  node: PythonNode,
  kind: 'function' | 'method' | 'property',
  classIn: ClassIn,
): PythonName {
  const returns = childOf(node, 'return_type');
  const type = returns === undefined ? '' : textOf(returns);
  const signature =
    kind === 'property' ? `: ${type}` : `${parametersOf(node)}${type && ` -> ${type}`}`;
  return {
    name: nameIn(node),
    kind,
    signature: type === '' && kind === 'property' ? '' : signature,
    docstring: docstringOf(node),
    gives: type === '' ? undefined : classIn(type),
  };
}

/** The parameters that a caller gives, on one line. */
function parametersOf(node: PythonNode): string {
  const parameters = namedOf(childOf(node, 'parameters') ?? node).map((parameter) =>
    textOf(parameter).replace(/\s+/g, ' '),
  );
  return `(${parameters.filter((parameter) => parameter !== 'self' && parameter !== 'cls').join(', ')})`;
}

const nameIn = (node: PythonNode): string => textOf(childOf(node, 'name') ?? node);

function docstringOf(node: PythonNode): string {
  const first = childOf(node, 'body')?.children.find(({ kind }) => kind !== 'comment');
  const text = first?.kind === 'expression_statement' ? first.children[0] : undefined;
  if (text?.kind !== 'string') return '';
  const [, content = ''] = /^[rR]?("""|'''|"|')([^]*)\1$/.exec(textOf(text))?.slice(1) ?? [];
  return dedent(content);
}

/** `#: …` lines above a field; those above the first one of a class stand before the grammar's block. */
function commentAbove(node: PythonNode): string {
  const siblings = node.parent?.children ?? [];
  const isFirst = siblings[0] === node && node.parent?.kind === 'block';
  const around = isFirst ? (node.parent.parent?.children ?? []) : siblings;
  const lines: string[] = [];
  for (let index = around.indexOf(isFirst ? node.parent : node) - 1; index >= 0; index -= 1) {
    const comment = around[index];
    if (comment?.kind !== 'comment' || !textOf(comment).startsWith('#:')) break;
    lines.unshift(textOf(comment).slice(2).trim());
  }
  return lines.join(' ');
}

const dedent = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();
