import { describe, expect, it } from 'vitest';
import { readFailures } from './test-failures.ts';

const line = '⎯'.repeat(20);

describe('readFailures', () => {
  it("reads each of vitest's, with and without colours", () => {
    const printed = [
      ' ❯ unit a.test.ts (2 tests | 2 failed)',
      `${line} Failed Tests 2 ${line}`,
      '',
      '\u001b[41m FAIL \u001b[49m unit a.test.ts > a group > is one',
      'AssertionError: expected 1 to be 2',
      '',
      ' FAIL  unit a.test.ts > is two',
      'Error: x',
      `${line}[2/2]${line}`,
      ' Test Files  1 failed (1)',
    ].join('\n');
    expect(readFailures(printed)).toEqual([
      'FAIL  unit a.test.ts > a group > is one\nAssertionError: expected 1 to be 2',
      'FAIL  unit a.test.ts > is two\nError: x',
    ]);
  });

  it("reads Playwright's", () => {
    const rule = '─'.repeat(20);
    const printed = [
      '  1) specs/a.spec.ts:2:1 › that fails ' + rule,
      '',
      '    Expected: 2',
      '    ' + rule,
      '  1 failed',
    ].join('\n');
    expect(readFailures(printed)).toEqual(['1) specs/a.spec.ts:2:1 › that fails\n    Expected: 2']);
  });

  it('shows no more than the first lines of each', () => {
    const printed = [' FAIL  a', ...Array.from({ length: 50 }, (_, index) => `why ${index}`)].join(
      '\n',
    );
    expect(readFailures(printed)[0]).toMatch(/^FAIL {2}a\nwhy 0\n[^]*\nwhy 10$/);
  });

  it('shows the end of a step that broke before any test', () => {
    expect(readFailures('checking\nsrc/x.ts(1,2): error TS2322\n')).toEqual([
      'checking\nsrc/x.ts(1,2): error TS2322',
    ]);
  });
});
