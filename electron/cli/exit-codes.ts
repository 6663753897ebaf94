import type { RunStatus } from '../../shared/contract/models/run.ts';

/** What the command line's exit code says; scripts rely on it. */
export const exitCodes = {
  done: 0,
  strategyFailed: 1,
  badInput: 2,
  blocked: 3,
  noSandbox: 4,
  cancelled: 130,
} as const;

export const exitCodeOf: Record<RunStatus, number> = {
  done: exitCodes.done,
  failed: exitCodes.strategyFailed,
  blocked: exitCodes.blocked,
  'no-sandbox': exitCodes.noSandbox,
  cancelled: exitCodes.cancelled,
};
