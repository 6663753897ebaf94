import { setTimeout as pause } from 'node:timers/promises';
import { answers, type Engine } from './engine.ts';

/** Every fault comes to a definite state in five seconds; the second left is for reading what was sent before. */
const gapMilliseconds = 500;
const patienceMilliseconds = 2500;

/**
 * Calls `tell` once, when the engine no longer answers. An open connection proves nothing: an engine
 * that hangs keeps it, and one that was killed ends it as a container does that has no more to say.
 */
export function whenSilent(engine: Engine, signal: AbortSignal, tell: () => void): void {
  const watch = async () => {
    while (!signal.aborted) {
      await pause(gapMilliseconds, undefined, { signal, ref: false });
      if (!(await answers(engine, patienceMilliseconds))) return tell();
    }
  };
  // Aborted while it paused: nobody listens any more.
  watch().catch(() => undefined);
}
