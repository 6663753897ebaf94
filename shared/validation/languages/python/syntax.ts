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
export function syntaxProblemOf(node: PythonNode, isSuspect: boolean): SyntaxProblem | undefined {
  if (node.kind === 'ERROR') {
    const found = explained(node);
    if (found !== undefined) return found;
  }
  const message = isSuspect ? suspicionOf(node) : indentationProblem(node);
  return message === undefined ? undefined : { ...marked(node), message };
}

function explained({ source, lines, start }: PythonNode): SyntaxProblem | undefined {
  const found = explainError(source, start);
  return found && { ...lines.placeOf(found.at, found.end), message: found.message };
}

/** Kinds that need a second look; of all others only how deep they lie. */
export const suspects: ReadonlySet<string> = new Set([
  'ERROR',
  'string_start',
  'block',
  ...Object.keys(ofOldPython),
]);

function suspicionOf(node: PythonNode): string | undefined {
  if (node.kind === 'ERROR') return describe(node);
  if (node.kind === 'string_start')
    return textOf(node).includes('`') ? 'This is Python 2: write `repr(…)`.' : undefined;
  if (node.kind === 'block' && node.start === node.end) return 'An indented block is missing here.';
  return ofOldPython[node.kind] ?? indentationProblem(node);
}

/** Statements of one block stand under each other, by the same characters. */
function indentationProblem(node: PythonNode): string | undefined {
  const { parent } = node;
  if (parent === undefined || (parent.kind !== 'block' && parent.kind !== 'module'))
    return undefined;
  if (!node.isNamed || node.kind === 'comment') return undefined;
  const indentation = indentationOf(node);
  if (indentation === undefined) return undefined;
  if (indentation.includes(' \t'))
    return 'Spaces before a tab: how deep this line lies depends on the tab.';
  const first = parent.children.find((one) => one.isNamed && one.kind !== 'comment');
  const expected = parent.kind === 'module' ? '' : first && indentationOf(first);
  if (expected === undefined || expected === indentation) return undefined;
  return 'This line is not indented as the others of its block.';
}

/** What stands before it on its line; undefined where that is another statement. */
function indentationOf({ source, start }: PythonNode): string | undefined {
  let from = start;
  while (from > 0 && isBlank(source[from - 1])) from -= 1;
  const before = source[from - 1];
  const beginsLine = before === undefined || before === '\n' || before === '\r';
  const beginsText = before === '\ufeff' && from === 1;
  return beginsLine || beginsText ? source.slice(from, start) : undefined;
}

const isBlank = (character: string | undefined): boolean =>
  character === ' ' || character === '\t' || character === '\f';

/** `MISSING` nodes have no extent: what is missing is missing here. */
export function missingProblem(node: PythonNode): SyntaxProblem {
  const message = `${describeMissing(node.kind)} is missing here.`;
  return explained(node) ?? { ...marked(node), message };
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
