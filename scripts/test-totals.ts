import { stripVTControlCharacters } from 'node:util';

export interface Totals {
  readonly passed: number;
  readonly failed: number;
  /** Passed at the second try only; counted among the passed. */
  readonly flaky: number;
}

/**
 * Adds up the summaries that vitest ("Tests  1 failed | 50 passed (51)") and Playwright ("  12 passed
 * (34.2s)", "  1 failed", "  1 flaky") print. A runner that ended badly without naming a failed test counts as one.
 */
export function readTotals(printed: string, exitCode: number): Totals {
  let passed = 0;
  let failed = 0;
  let flaky = 0;
  for (const line of stripVTControlCharacters(printed).split('\n')) {
    const vitest = /^\s*Tests\s+(.*\d.*)$/.exec(line)?.[1];
    const playwright = /^\s{2}\d+ (passed|failed|flaky)\b( \([\d.]+(ms|s|m)\))?\s*$/.test(line)
      ? line
      : '';
    const summary = vitest ?? playwright;
    passed += Number(/(\d+) passed/.exec(summary)?.[1] ?? 0);
    failed += Number(/(\d+) failed/.exec(summary)?.[1] ?? 0);
    flaky += Number(/(\d+) flaky/.exec(summary)?.[1] ?? 0);
  }
  const broken = exitCode !== 0 && failed === 0;
  return { passed: passed + flaky, failed: broken ? 1 : failed, flaky };
}
