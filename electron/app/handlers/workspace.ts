import type { EmitEvent } from '../../../shared/contract/events.ts';
import type { Handlers } from '../dispatch.ts';
import type { Catalog } from '../datasets/index.ts';
import { firstExampleId } from '../examples.ts';
import type { Store } from '../store/open-store.ts';
import { appVersion } from '../version.ts';

export type HostKind = 'desktop' | 'web' | 'cli';

type WorkspaceHandlers = Pick<
  Handlers,
  | 'app.info'
  | 'catalog.list'
  | 'catalog.import'
  | 'catalog.remove'
  | 'preferences.read'
  | 'preferences.update'
>;

/** Everything around a run: the app itself, its data, the choices kept. */
export function createWorkspaceHandlers(
  host: HostKind,
  catalog: Catalog,
  { preferences, recoveredFrom }: Pick<Store, 'preferences' | 'recoveredFrom'>,
  emit: EmitEvent,
): WorkspaceHandlers {
  return {
    'app.info': () => ({
      version: appVersion,
      host,
      platform: process.platform,
      examplesFirst: firstExampleId,
      ...(recoveredFrom === null ? {} : { recoveredFrom }),
    }),
    'catalog.list': () => catalog.list(),
    'catalog.import': (file) => {
      const dataset = catalog.importFile(file);
      emit('catalog.changed', {});
      return dataset;
    },
    'catalog.remove': ({ id }) => {
      catalog.remove(id);
      emit('catalog.changed', {});
      return { ok: true };
    },
    'preferences.read': () => preferences.read(),
    'preferences.update': (changes) => preferences.update(definedOnly(changes)),
  };
}

/** A partial object without the keys that are there but undefined. */
function definedOnly<Shape extends object>(changes: Shape) {
  const kept = Object.entries(changes).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as { [Key in keyof Shape]?: Exclude<Shape[Key], undefined> };
}
