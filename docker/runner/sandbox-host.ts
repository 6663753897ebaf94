import { frameTypes } from '../../shared/frames/codec.ts';
import type { SandboxHost } from '../../shared/strategy/sandbox-host.ts';
import { writeFrame } from './stdio.ts';

/** The engine's words as frames. `failed` and `done` are the last ones: `finish` ends the process. */
export function createSandboxHost(finish: () => void): SandboxHost {
  return {
    progress: (bar) => writeFrame(frameTypes.progress, { bar }),
    log: (level, text, bar) => writeFrame(frameTypes.log, { level, text, bar }),
    decisions: (json) => writeFrame(frameTypes.decisions, JSON.parse(json)),
    plot: (json) => writeFrame(frameTypes.plot, JSON.parse(json)),
    result: (json) => writeFrame(frameTypes.result, JSON.parse(json)),
    failed(message, stack, bar) {
      // QuickJS throws when its memory is full; Node ends the whole process instead.
      const full = message === 'InternalError: out of memory';
      writeFailure(full ? 'out-of-memory' : 'strategy-error', message, stack, bar);
      finish();
    },
    done(decisionCount, equityChecksum) {
      writeFrame(frameTypes.done, { decisionCount, equityChecksum });
      finish();
    },
  };
}

export function writeFailure(
  code: 'strategy-error' | 'time-limit' | 'out-of-memory',
  message: string,
  stack = '',
  bar = -1,
): void {
  writeFrame(frameTypes.failed, { code, message, stack, bar });
}
