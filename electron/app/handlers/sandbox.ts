import type { EmitEvent } from '../../../shared/contract/events.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { ImageStatus, SandboxStatus } from '../../../shared/contract/models/sandbox.ts';
import type { Handlers } from '../dispatch.ts';
import type { Sandboxes } from '../run/choose-sandbox.ts';
import { sandboxStatistics } from '../run/sandbox-statistics.ts';
import type { RunStore } from '../store/runs.ts';

type SandboxHandlers = Pick<
  Handlers,
  'sandbox.status' | 'image.build' | 'image.cancelBuild' | 'image.remove'
>;

/** Enough for percentiles, few enough that last month's troubles do not count. */
const countedRuns = 200;

/** The doctor, and the runner image's life. */
export function createSandboxHandlers(
  { docker, embedded }: Sandboxes,
  runs: Pick<RunStore, 'list'>,
  emit: EmitEvent,
): SandboxHandlers {
  let building: AbortController | undefined;
  return {
    'sandbox.status': async () => {
      const found = await docker.status();
      const status = { ...found, embedded: embedded.status() };
      return {
        ...status,
        ...routeOf(status),
        waiting: docker.warm.size,
        statistics: sandboxStatistics(runs.list(countedRuns)),
      };
    },
    'image.build': async () => {
      if (building !== undefined) {
        throw new AppError('conflict', 'The image is being built.', 'Wait for it, or cancel it.');
      }
      building = new AbortController();
      try {
        return await buildAloud(building.signal);
      } finally {
        building = undefined;
      }
    },
    'image.cancelBuild': () => {
      building?.abort();
      return { ok: true };
    },
    'image.remove': async () => {
      await docker.image.remove();
      return docker.image.status();
    },
  };

  async function buildAloud(signal: AbortSignal): Promise<ImageStatus> {
    try {
      const image = await docker.image.build({
        signal,
        onProgress: (progress) => emit('image.progressed', { ...progress, state: 'building' }),
      });
      emit('image.progressed', { fraction: 1, step: 'Ready', line: '', state: 'ready' });
      return image;
    } catch (error) {
      const line = error instanceof Error ? error.message : String(error);
      const state = signal.aborted ? 'cancelled' : 'failed';
      emit('image.progressed', { fraction: null, step: 'Ended', line, state });
      throw error;
    }
  }
}

function routeOf({
  engine,
  image,
  embedded,
}: Pick<SandboxStatus, 'engine' | 'image' | 'embedded'>): Pick<SandboxStatus, 'route' | 'reason'> {
  if (engine.state === 'ready') {
    const reason =
      image.state === 'ready'
        ? 'The container engine and the sandbox image are ready.'
        : 'The container engine is ready; the sandbox image is built at the first run.';
    return { route: 'docker', reason };
  }
  if (embedded.state === 'ready') {
    return { route: 'embedded', reason: `${engine.message} The embedded sandbox is used.` };
  }
  return { route: 'none', reason: `${engine.message} ${embedded.message}` };
}
