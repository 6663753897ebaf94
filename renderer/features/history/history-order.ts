import type { RunSummary } from '../../../shared/contract/models/run.ts';

/** A new list, the latest run first. */
export function newestFirst(runs: readonly RunSummary[]): RunSummary[] {
  return [...runs].sort((a, b) => b.startedAt - a.startedAt);
}

/**
 * Where the keyboard goes in a list of `count` entries from entry `at`, or null for a key that does
 * not move. The list does not wrap: holding a key down ends at the end.
 */
export function movedIndex(key: string, at: number, count: number): number | null {
  const last = count - 1;
  if (last < 0) return null;
  switch (key) {
    case 'ArrowDown':
      return Math.min(last, at + 1);
    case 'ArrowUp':
      return Math.max(0, at - 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}
