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
  const isStatement = node.parent?.kind === 'block' || node.parent?.kind === 'module';
  if (isStatement && node.isNamed) {
    const before = node.source.slice(node.source.lastIndexOf('\n', node.start - 1) + 1, node.start);
    if (/ \t/.test(before))
      return 'Spaces before a tab: how deep this line lies depends on the tab.';
  }
  return undefined;
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
