import type { Program } from 'acorn';
import type { Place } from '../../types.ts';
import { TreeParser } from './tree-parser.ts';

export interface SyntaxProblem extends Place {
  readonly message: string;
}

export type Parsed =
  | { readonly program: Program; readonly problem?: undefined }
  | { readonly program?: undefined; readonly problem: SyntaxProblem };

/** Parses the exact text that will run, as a module. Every failure is returned, none is thrown. */
export function parseJavaScript(source: string): Parsed {
  try {
    return { program: TreeParser.parse(source, { ecmaVersion: 'latest', sourceType: 'module' }) };
  } catch (error) {
    if (error instanceof SyntaxError && !error.message.startsWith('Not enough stack')) {
      return { problem: describe(error, source) };
    }
    if (error instanceof SyntaxError || error instanceof RangeError) return { problem: tooDeep };
    throw error;
  }
}

/** 100,000 nested parentheses exhaust the parser's stack: refused, like any text that cannot be read. */
export const tooDeep: SyntaxProblem = {
  line: 1,
  column: 1,
  endLine: 1,
  endColumn: 2,
  message: 'This text is nested too deeply to be read.',
};

function describe(error: SyntaxError, source: string): SyntaxProblem {
  const { loc, pos } = error as SyntaxError & { loc?: Position; pos?: number };
  const line = loc?.line ?? 1;
  const column = (loc?.column ?? 0) + 1;
  const [word] = /^[\w$]+/.exec(source.slice(pos ?? 0, (pos ?? 0) + 100)) ?? ['x'];
  const message = inPlainWords(error.message.replace(/ \(\d+:\d+\)$/, ''), source, pos ?? 0);
  return { line, column, endLine: line, endColumn: column + word.length, message };
}

interface Position {
  readonly line: number;
  readonly column: number;
}

function inPlainWords(message: string, source: string, position: number): string {
  if (message === 'Unexpected token') {
    if (position >= source.trimEnd().length) {
      return 'The text ends too early: a bracket, a brace or a quote is not closed.';
    }
    const character = String.fromCodePoint(source.codePointAt(position) ?? 0);
    return `Unexpected "${character}" here.`;
  }
  if (message.startsWith("'with' in strict mode")) {
    return 'A "with" statement is not allowed: it hides which names are meant.';
  }
  if (message.startsWith('Unterminated')) return `${message}: its end is missing.`;
  return `${message}.`;
}
