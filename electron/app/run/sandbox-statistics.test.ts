import { describe, expect, it } from 'vitest';
import type { RunSummary } from '../../../shared/contract/models/run.ts';
import type { SandboxOutcome } from '../../../shared/contract/models/sandbox.ts';
import { testRecord } from '../../../shared/contract/testing/test-record.ts';
import { sandboxStatistics } from './sandbox-statistics.ts';

const { summary } = testRecord();
const run = (sandbox: Partial<SandboxOutcome> = {}): RunSummary => ({
  ...summary,
  sandboxKind: sandbox.fallback === true ? 'embedded' : 'docker',
  sandbox: { fallback: false, failure: null, start: 10, run: 100, ...sandbox },
});
const times = (count: number, make: () => RunSummary) => Array.from({ length: count }, make);

describe('the statistics of sandboxes', () => {
  it('are empty without runs, and leave out runs that reached no sandbox', () => {
    const none = { ...summary, sandboxKind: 'none' as const, sandbox: null };
    expect(sandboxStatistics([none])).toEqual({
      ...{ runs: 0, inContainers: 0, fallbacks: 0, alert: false },
      ...{ failures: [], start: null, run: null },
    });
  });

  it('count routes and failures by class, the most frequent first', () => {
    const runs = [run(), run({ failure: 'time-limit' }), run({ fallback: true })];
    const more = times(2, () => run({ failure: 'strategy-error' }));
    expect(sandboxStatistics([...runs, ...more])).toMatchObject({
      ...{ runs: 5, inContainers: 4, fallbacks: 1 },
      failures: [
        { code: 'strategy-error', count: 2 },
        { code: 'time-limit', count: 1 },
      ],
    });
  });

  it('give times at nearest rank', () => {
    const runs = Array.from({ length: 20 }, (_, index) => run({ start: 20 - index, run: index }));
    expect(sandboxStatistics(runs)).toMatchObject({
      start: { p50: 10, p95: 19 },
      run: { p50: 9, p95: 18 },
    });
  });

  it('alert above a tenth of fallbacks, from ten runs on', () => {
    const fell = () => run({ fallback: true });
    const alert = (fallbacks: number, others: number) =>
      sandboxStatistics([...times(fallbacks, fell), ...times(others, () => run())]).alert;
    expect(alert(9, 0)).toBe(false);
    expect(alert(1, 9)).toBe(false);
    expect(alert(2, 8)).toBe(true);
  });
});
