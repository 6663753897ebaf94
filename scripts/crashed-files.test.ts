import { describe, expect, it } from 'vitest';
import { crashedFiles } from './crashed-files.ts';

/** As vitest 5 prints it. */
const died = (file: string) =>
  `\u001b[31mCaused by: Error\u001b[39m: Worker exited unexpectedly with signal SIGABRT during started state while running test file ${file}\n`;
const summary = (tests: string, errors: number) =>
  ` Test Files  16 passed (17)\n      Tests  ${tests}\n     Errors  ${errors} error${errors > 1 ? 's' : ''}\n`;

describe('test files whose process died', () => {
  it('are named once each', () => {
    const printed = died('/a/x.test.ts') + died('/a/y.test.ts') + summary('210 passed (212)', 2);
    expect(crashedFiles(printed)).toEqual(['/a/x.test.ts', '/a/y.test.ts']);
  });

  it('are none where a test failed or something else went wrong', () => {
    const one = died('/a/x.test.ts');
    expect(crashedFiles(one + summary('1 failed | 209 passed (212)', 1))).toEqual([]);
    expect(crashedFiles(one + summary('210 passed (212)', 2))).toEqual([]);
    expect(crashedFiles(summary('210 passed (212)', 1))).toEqual([]);
    expect(crashedFiles(summary('212 passed (212)', 0))).toEqual([]);
  });
});
