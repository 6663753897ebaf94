import type { RunSummary } from '../../../shared/contract/models/run.ts';
import type { SandboxStatistics } from '../../../shared/contract/models/sandbox.ts';

/** Above this share of fallbacks the engine needs somebody; below so many runs a share says nothing. */
const alertShare = 0.1;
const leastRuns = 10;

/** Sums up the runs among `summaries` that reached a sandbox. */
export function sandboxStatistics(summaries: readonly RunSummary[]): SandboxStatistics {
  const outcomes = summaries.flatMap(({ sandbox }) => (sandbox === null ? [] : [sandbox]));
  const runs = outcomes.length;
  const fallbacks = outcomes.filter(({ fallback }) => fallback).length;
  const codes = new Map<string, number>();
  for (const { failure } of outcomes) {
    if (failure !== null) codes.set(failure, (codes.get(failure) ?? 0) + 1);
  }
  return {
    runs,
    inContainers: summaries.filter(
      ({ sandbox, sandboxKind }) => sandbox !== null && sandboxKind === 'docker',
    ).length,
    fallbacks,
    alert: runs >= leastRuns && fallbacks > runs * alertShare,
    failures: [...codes]
      .map(([code, count]) => ({ code, count }))
      .sort((a, b) => b.count - a.count || a.code.localeCompare(b.code, 'en')),
    start: percentiles(outcomes.map(({ start }) => start)),
    run: percentiles(outcomes.map(({ run }) => run)),
  };
}

/** Nearest-rank percentiles: each is a time that was measured. */
function percentiles(times: readonly number[]): SandboxStatistics['start'] {
  if (times.length === 0) return null;
  const sorted = [...times].sort((a, b) => a - b);
  const rank = (share: number) => sorted[Math.ceil(sorted.length * share) - 1] as number;
  return { p50: rank(0.5), p95: rank(0.95) };
}
