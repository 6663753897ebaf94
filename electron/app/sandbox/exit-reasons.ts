import type { RunError, RunLimits } from '../../../shared/contract/models/run.ts';
import { locateError } from './locate-error.ts';
import type { SandboxExit } from './process.ts';
import type { LastReply } from './reply-collector.ts';

type Failure = Extract<LastReply, { kind: 'failed' }>;

/** What the strategy itself reported, with its place. */
export function reportedFailure(failure: Failure, limits: RunLimits, time: Float64Array): RunError {
  if (failure.code === 'time-limit') return timeLimit(limits);
  if (failure.code === 'out-of-memory') return outOfMemory(limits);
  const { bar, message, stack } = failure;
  const at = bar !== null && bar < time.length ? (time[bar] as number) : undefined;
  const barTime = at === undefined ? undefined : new Date(at).toISOString().slice(0, 10);
  return {
    code: 'strategy-error',
    message,
    hint:
      barTime === undefined
        ? 'The strategy failed before its first bar. Correct the line named here and run again.'
        : `It happened on bar ${bar} (${barTime}). Correct the line named here and run again.`,
    ...locateError(stack),
    ...(bar === null || barTime === undefined ? {} : { bar, barTime }),
  };
}

/** Why a sandbox ended without saying so itself. */
export function silentExit(exit: SandboxExit, limits: RunLimits): RunError {
  // Node aborts by itself (134) when its heap is full; the kernel kills (137) beyond the container's.
  const heapFull = exit.code === 134 || exit.standardError.includes('heap out of memory');
  if (exit.outOfMemory || heapFull) return outOfMemory(limits);
  if (exit.engineLost) {
    return {
      code: 'engine-lost',
      message: 'The container engine stopped answering while the strategy ran.',
      hint: 'Start the engine again and run again; nothing was left behind that runs.',
    };
  }
  return {
    code: 'killed',
    message: `The sandbox ended without a result (exit code ${exit.code ?? 'unknown'}).`,
    hint: 'Something outside Stratbox may have stopped it. Run again; if it happens again, run the doctor.',
  };
}

export function timeLimit({ timeLimitSeconds }: RunLimits): RunError {
  return {
    code: 'time-limit',
    message: `The strategy did not finish within ${timeLimitSeconds} seconds and was stopped.`,
    hint: 'Look for a loop that never ends; if it only needs longer, raise the time limit in the run settings.',
  };
}

function outOfMemory({ memoryMegabytes }: RunLimits): RunError {
  return {
    code: 'out-of-memory',
    message: `The strategy used more than ${memoryMegabytes} MB of memory and was stopped.`,
    hint: 'Keep less data in memory, or raise the memory limit in the run settings.',
  };
}

export function outputLimit(message: string): RunError {
  return {
    code: 'output-limit',
    message: `The strategy was stopped because its output was too large: ${message}.`,
    hint: 'Print less, or place fewer orders a bar.',
  };
}

export function protocolViolation(message: string): RunError {
  return {
    code: 'protocol-violation',
    message: `The sandbox sent something that is no valid result: ${message}`.slice(0, 500),
    hint: 'Strategy code may have tampered with the runner. Nothing of this run was used.',
  };
}
