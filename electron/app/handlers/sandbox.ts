import { z } from 'zod';
import type { ImageStatus, LoadedFrom } from '../../../shared/contract/models/sandbox.ts';
import type { Handlers } from '../dispatch.ts';
import type { Sandboxes } from '../run/choose-sandbox.ts';
import { sandboxEvents } from '../run/sandbox-events.ts';
import { routeOf } from '../run/sandbox-route.ts';
import { sandboxStatistics } from '../run/sandbox-statistics.ts';
import type { Store } from '../store/open-store.ts';

/** Enough for percentiles, few enough that last month's troubles do not count. */
const countedRuns = 200;

/** The doctor: what runs a strategy here, where the next run goes, and how the last ones fared. */
export function createSandboxHandlers(
  { docker, embedded }: Sandboxes,
  store: Pick<Store, 'audit' | 'preferences' | 'runs'>,
): Pick<Handlers, 'sandbox.status'> {
  return {
    'sandbox.status': async () => {
      const status = { ...(await docker.status()), embedded: embedded.status() };
      const choice = store.preferences.read().sandbox;
      return {
        ...status,
        ...routeOf(status, choice),
        choice,
        waiting: docker.warm.size,
        loadedFrom: loadedFrom(store.audit, status.image),
        pythonLoadedFrom: loadedFrom(store.audit, status.pythonImage),
        events: sandboxEvents(store.audit),
        statistics: sandboxStatistics(store.runs.list(countedRuns)),
      };
    },
  };
}

const loadedSchema = z.object({ imageId: z.string(), fileName: z.string(), code: z.string() });

/** Far more files than anybody loads while one image is in use. */
const countedLoads = 20;

/** The audit log knows which image came out of a file. */
function loadedFrom(audit: Store['audit'], image: ImageStatus): LoadedFrom | null {
  for (const { at, detail } of audit.listOf(['image.loaded'], countedLoads)) {
    const { data } = loadedSchema.safeParse(detail);
    if (data === undefined || data.imageId !== image.id) continue;
    return { fileName: data.fileName, code: data.code, at };
  }
  return null;
}
