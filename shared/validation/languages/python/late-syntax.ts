import type { SyntaxProblem } from './syntax.ts';
import type { PythonSurvey } from './survey.ts';
import { parametersOf } from './parameters.ts';
import { childOf, enclosing, namedOf, placeOf, textOf, type PythonNode } from './node.ts';

const functions: ReadonlySet<string> = new Set([
  'function_definition',
  'lambda',
  'class_definition',
]);
const loops: ReadonlySet<string> = new Set([
  'for_statement',
  'while_statement',
  'function_definition',
  'lambda',
  'class_definition',
]);

/** What the grammar reads and Python itself refuses, before it runs anything: the first of it. */
export function lateProblemOf(survey: PythonSurvey): SyntaxProblem | undefined {
  let first: { readonly node: PythonNode; readonly message: string } | undefined;
  for (const kind of kinds) {
    for (const node of survey.ofKind(kind)) {
      const message = lateProblem(node);
      const isFirst = first === undefined || node.start < first.node.start;
      if (message !== undefined && isFirst) first = { node, message };
    }
  }
  return first && { ...placeOf(first.node), message: first.message };
}

const kinds = [
  'return_statement',
  'yield',
  'await',
  'break_statement',
  'continue_statement',
  'nonlocal_statement',
  'parameters',
  'lambda_parameters',
  'argument_list',
  'integer',
];

function lateProblem(node: PythonNode): string | undefined {
  switch (node.kind) {
    case 'return_statement':
      return isInFunction(node) ? undefined : '`return` stands outside of a function.';
    case 'yield':
      return isInFunction(node) ? undefined : '`yield` stands outside of a function.';
    case 'await':
      return isInAsync(node) ? undefined : '`await` stands outside of an `async def`.';
    case 'break_statement':
    case 'continue_statement':
      return isInLoop(node) ? undefined : `\`${textOf(node)}\` stands outside of a loop.`;
    case 'nonlocal_statement':
      return enclosing(node, functions) ? undefined : '`nonlocal` stands outside of a function.';
    case 'parameters':
    case 'lambda_parameters':
      return parameterProblem(node);
    case 'argument_list':
      return argumentProblem(node);
    case 'integer':
      return /^0\d*[1-9]/.test(textOf(node).replaceAll('_', ''))
        ? 'A number begins with a zero: write `0o` before an octal one.'
        : undefined;
    default:
      return undefined;
  }
}

const isInFunction = (node: PythonNode): boolean => {
  const around = enclosing(node, functions);
  return around !== undefined && around.kind !== 'class_definition';
};

function isInAsync(node: PythonNode): boolean {
  const around = enclosing(node, functions);
  return around?.kind === 'function_definition' && around.children[0]?.kind === 'async';
}

function isInLoop(node: PythonNode): boolean {
  let part = node;
  for (let at = node.parent; at !== undefined; part = at, at = at.parent) {
    if (!loops.has(at.kind)) continue;
    // What follows `else` runs after the loop.
    if (part.field === 'alternative') continue;
    return /^(?:for|while)_statement$/.test(at.kind);
  }
  return false;
}

function parameterProblem({ parent }: PythonNode): string | undefined {
  const names = parent ? parametersOf(parent).map(({ name }) => name) : [];
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined) return `The parameter \`${twice}\` stands here twice.`;
  let isOptional = false;
  for (const part of parent ? namedOf(childOf(parent, 'parameters') ?? parent) : []) {
    if (/splat|keyword_separator/.test(part.kind) || /^\*/.test(textOf(part))) return undefined;
    const hasDefault = childOf(part, 'value') !== undefined;
    if (isOptional && !hasDefault && part.kind !== 'positional_separator')
      return 'A parameter without a default follows one with a default.';
    isOptional ||= hasDefault;
  }
  return undefined;
}

function argumentProblem(list: PythonNode): string | undefined {
  if (list.parent?.kind !== 'call') return undefined;
  let named = false;
  for (const { kind } of namedOf(list)) {
    if (named && kind !== 'keyword_argument' && !/_splat$/.test(kind))
      return 'An argument without a name follows one with a name.';
    named ||= kind === 'keyword_argument';
  }
  return undefined;
}
