import { stripVTControlCharacters } from 'node:util';

const crash = /Worker exited unexpectedly with signal (\w+) .*while running test file (\S+)/g;

/**
 * The test files whose process died of a signal in a vitest run that has no other fault: no test failed
 * in it, and no other error was caught. V8 did so to Node now and then; see DECISIONS.md.
 */
export function crashedFiles(printed: string): string[] {
  const text = stripVTControlCharacters(printed);
  const files = [...text.matchAll(crash)].map(([, , file = '']) => file);
  const errors = Number(/^\s*Errors\s+(\d+) error/m.exec(text)?.[1] ?? 0);
  const hasFailed = /^\s*(?:Tests|Test Files)\s.*\bfailed\b/m.test(text);
  return hasFailed || errors !== files.length ? [] : [...new Set(files)];
}
