import { parse, type Program } from 'acorn';
import type { Finding } from '../../types.ts';

export type Parsed =
  | { readonly ok: true; readonly program: Program }
  | { readonly ok: false; readonly finding: Finding };

/** Parses a strategy as the sandbox will: as an ECMAScript module, the exact text. */
export function parseJavaScript(source: string): Parsed {
  try {
    const program = parse(source, {
      ecmaVersion: 'latest',
      sourceType: 'module',
      locations: true,
    });
    return { ok: true, program };
  } catch (error) {
    return { ok: false, finding: syntaxFinding(source, error) };
  }
}

function syntaxFinding(source: string, error: unknown): Finding {
  const at = (error as { loc?: { line: number; column: number } }).loc;
  // Nesting beyond the parser's stack has no place; it ends in a RangeError.
  const tooDeep = error instanceof RangeError;
  const message =
    error instanceof Error ? error.message.replace(/ \(\d+:\d+\)$/, '') : String(error);
  const line = at?.line ?? 1;
  const column = (at?.column ?? 0) + 1;
  const length = source.split('\n', line)[line - 1]?.length ?? 0;
  return {
    ruleId: 'syntax-error',
    family: 'syntax',
    severity: 'error',
    points: 0,
    message: tooDeep ? 'The code is nested too deeply to be checked.' : `${message}.`,
    fix: tooDeep
      ? 'Split it into smaller functions.'
      : 'Correct this line; nothing runs until it parses.',
    line,
    column,
    endLine: line,
    endColumn: Math.min(column + 1, Math.max(length + 1, column + 1)),
  };
}
