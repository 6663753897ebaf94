import { explainError } from './explain-error.ts';
import { placeOf, textOf, type PythonNode } from './node.ts';
import type { Place } from '../../types.ts';

export interface SyntaxProblem extends Place {
  readonly message: string;
}

/** Read by the grammar, but by no Python of today. */
const ofOldPython: Readonly<Record<string, string>> = {
  print_statement: 'This is Python 2: write `print(…)`.',
  exec_statement: 'This is Python 2: there is no `exec` statement.',
  chevron: 'This is Python 2: write `print(…, file=…)`.',
  '<>': 'This is Python 2: write `!=`.',
};

/** The first thing that keeps the text from being read, with its exact place. */
export function syntaxProblemOf(node: PythonNode): SyntaxProblem | undefined {
  if (node.kind === 'ERROR') {
    const { source, text, start } = node;
    const found = explainError(source, start);
    if (found !== undefined)
      return { ...text.placeOf(found.at, found.end), message: found.message };
  }
  const message = messageFor(node);
  return message === undefined ? undefined : { ...marked(node), message };
}

function messageFor(node: PythonNode): string | undefined {
  if (node.kind === 'ERROR') return describe(node);
  const old = Object.hasOwn(ofOldPython, node.kind) ? ofOldPython[node.kind] : undefined;
  if (old !== undefined) return old;
  if (node.kind === 'string_start' && textOf(node).includes('`')) {
    return 'This is Python 2: write `repr(…)`.';
  }
  if (node.kind === 'block' && node.start === node.end) return 'An indented block is missing here.';
  return indentationProblem(node);
}

/** Statements of one block stand under each other, by the same characters. */
function indentationProblem(node: PythonNode): string | undefined {
  const { parent } = node;
  if (parent === undefined || !node.isNamed || !/^(?:block|module)$/.test(parent.kind))
    return undefined;
  if (node.kind === 'comment') return undefined;
  const indentation = indentationOf(node);
  if (indentation === undefined) return undefined;
  if (/ \t/.test(indentation))
    return 'Spaces before a tab: how deep this line lies depends on the tab.';
  const first = parent.children.find((one) => one.isNamed && one.kind !== 'comment');
  const expected = parent.kind === 'module' ? '' : first && indentationOf(first);
  if (expected === undefined || expected === indentation) return undefined;
  return 'This line is not indented as the others of its block.';
}

/** What stands before it on its line; undefined where that is another statement. */
function indentationOf({ source, start }: PythonNode): string | undefined {
  const lineStart =
    Math.max(source.lastIndexOf('\n', start - 1), source.lastIndexOf('\r', start - 1)) + 1;
  const before = source.slice(lineStart, start).replace(/^\ufeff/, '');
  return /^\s*$/.test(before) ? before : undefined;
}

/** `MISSING` nodes have no extent: what is missing is missing here. */
export function missingProblem(node: PythonNode): SyntaxProblem {
  return { ...marked(node), message: `${describeMissing(node.kind)} is missing here.` };
}

const describeMissing = (kind: string): string =>
  /^[a-z_]+$/i.test(kind) ? `Something (${kind.replaceAll('_', ' ')})` : `"${kind}"`;

function describe(node: PythonNode): string {
  const { source, start, end } = node;
  if (start >= source.trimEnd().length || end >= source.trimEnd().length) {
    const opened = /["'([{]/.test(source.slice(start, end));
    if (opened) return 'The text ends too early: a bracket or a quote is not closed.';
  }
  const [word = ''] = /^\s*(?:\w+|[^\w\s])/.exec(source.slice(start, start + 100)) ?? [];
  return word.trim() === ''
    ? 'This cannot be read as Python.'
    : `Unexpected "${word.trim()}" here.`;
}

/** A word, or one character: an error can span the whole text. */
function marked(node: PythonNode): Place {
  const { source, start } = node;
  const [word = 'x'] = /^(?:\w{1,100}|[^\n\r])/u.exec(source.slice(start, start + 100)) ?? [];
  return placeOf({ ...node, end: Math.max(start, Math.min(start + word.length, source.length)) });
}
