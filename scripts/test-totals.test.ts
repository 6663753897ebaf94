import { describe, expect, it } from 'vitest';
import { readTotals } from './test-totals.ts';

describe('readTotals', () => {
  it('reads vitest, with and without colours', () => {
    expect(readTotals(' Test Files  5 passed (5)\n      Tests  50 passed (50)\n', 0)).toEqual({
      passed: 50,
      failed: 0,
      flaky: 0,
    });
    const coloured =
      '\u001b[2m      Tests \u001b[22m \u001b[31m3 failed\u001b[39m | \u001b[32m31 passed\u001b[39m (34)';
    expect(readTotals(coloured, 1)).toEqual({ passed: 31, failed: 3, flaky: 0 });
  });

  it('reads Playwright', () => {
    expect(
      readTotals('Running 13 tests\n  1 failed\n    spec.ts:3\n  12 passed (34.2s)\n', 1),
    ).toEqual({
      passed: 12,
      failed: 1,
      flaky: 0,
    });
  });

  it('counts what passed at the second try as passed, and says so', () => {
    const printed = '  1 flaky\n    specs/editor.spec.ts:3:1 › hovers \n  12 passed (34.2s)\n';
    expect(readTotals(printed, 0)).toEqual({ passed: 13, failed: 0, flaky: 1 });
  });

  it('adds up several runners', () => {
    expect(
      readTotals(' Tests  2 passed (2)\n Tests  3 passed (3)\n  4 passed (1.0m)\n', 0).passed,
    ).toBe(9);
  });

  it('counts a step that broke before any test as one failure', () => {
    expect(readTotals('src/x.ts: error TS2322', 2)).toEqual({ passed: 0, failed: 1, flaky: 0 });
  });
});
