import { setTimeout as pause } from 'node:timers/promises';
import type Docker from 'dockerode';
import type { Engine } from './engine.ts';
import { EngineRefusal, request } from './request.ts';

/** Long enough for a busy engine; short enough that every fault ends in a definite state within 5 s. */
const removalMilliseconds = 3500;

/**
 * Kills and removes a container, by id or name, and waits until the engine no longer knows it.
 * Returns false when that could not be had in time; the caller keeps the name for a later sweep.
 */
export async function removeContainer(engine: Engine, name: string): Promise<boolean> {
  const container = engine.docker.getContainer(name);
  const end = performance.now() + removalMilliseconds;
  for (let left = removalMilliseconds; left > 0; left = end - performance.now()) {
    try {
      await request('remove a container', left, (abortSignal) =>
        container.remove({ force: true, v: true, abortSignal } as Docker.ContainerRemoveOptions),
      );
      return true;
    } catch (error) {
      if (!(error instanceof EngineRefusal)) return false;
      if (error.status === 404) return true;
      // 409: someone else is removing it. 500: a kill raced with its own end. Ask again until it is gone.
      await pause(100);
    }
  }
  return false;
}
