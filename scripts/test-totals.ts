import { stripVTControlCharacters } from 'node:util';

export interface Totals {
  readonly passed: number;
  readonly failed: number;
}

/**
 * Adds up the summaries that vitest ("Tests  1 failed | 50 passed (51)") and Playwright ("  12 passed
 * (34.2s)", "  1 failed") print. A runner that ended badly without naming a failed test counts as one.
 */
export function readTotals(printed: string, exitCode: number): Totals {
  let passed = 0;
  let failed = 0;
  for (const line of stripVTControlCharacters(printed).split('\n')) {
    const vitest = /^\s*Tests\s+(.*\d.*)$/.exec(line)?.[1];
    const playwright = /^\s{2}\d+ (passed|failed)\b( \([\d.]+(ms|s|m)\))?\s*$/.test(line)
      ? line
      : '';
    const summary = vitest ?? playwright;
    passed += Number(/(\d+) passed/.exec(summary)?.[1] ?? 0);
    failed += Number(/(\d+) failed/.exec(summary)?.[1] ?? 0);
  }
  return { passed, failed: exitCode !== 0 && failed === 0 ? 1 : failed };
}
