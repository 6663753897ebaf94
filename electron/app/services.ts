import { randomUUID } from 'node:crypto';
import type { EmitEvent, EventName, EventPayload } from '../../shared/contract/events.ts';
import { AppError } from '../../shared/contract/errors.ts';
import { languageSchema } from '../../shared/contract/models/validation.ts';
import type { Language } from '../../shared/validation/types.ts';
import { createCatalog } from './datasets/index.ts';
import { createDispatch, type Dispatch, type Handlers } from './dispatch.ts';
import { readExamples } from './examples.ts';
import { createHistoryHandlers } from './handlers/history.ts';
import { createImageHandlers, type ImageFileDialogs } from './handlers/image.ts';
import { createPolicyHandlers } from './handlers/policy.ts';
import { createRunHandlers } from './handlers/run.ts';
import { createSandboxHandlers } from './handlers/sandbox.ts';
import { createStrategyHandlers } from './handlers/strategy.ts';
import { createWorkspaceHandlers, type HostKind } from './handlers/workspace.ts';
import { createJudge } from './judge/create-judge.ts';
import { createJudgingThread } from './judge/judging-thread.ts';
import { defaultHome, findLocations } from './locations.ts';
import { createPolicyStore } from './policy/policy-store.ts';
import { createReviews } from './run/reviews.ts';
import { createDockerSandbox } from './sandbox/docker/index.ts';
import { createEmbeddedSandbox } from './sandbox/embedded/index.ts';
import { openStore } from './store/open-store.ts';

export type EventListener = <Name extends EventName>(
  name: Name,
  payload: EventPayload<Name>,
) => void;

/** After these, other containers than before should wait. */
const changesWarmContainers: ReadonlySet<string> = new Set([
  'preferences.update',
  'image.build',
  'image.load',
]);

type HostHandlers = Pick<Handlers, 'host.openFile' | 'host.saveFiles'>;

export interface AppOptions {
  readonly host: HostKind;
  /** Where the analyst's data is kept; the platform's usual place when absent. */
  readonly home?: string;
  /** Where the programs of the sandboxes are; the app's own when absent. */
  readonly bundles?: string;
  /** What only the host can do: native dialogs. */
  readonly hostHandlers?: HostHandlers;
  /** Where the host has dialogs, nobody names a path by typing it. */
  readonly imageFileDialogs?: ImageFileDialogs;
}

export interface App {
  readonly dispatch: Dispatch;
  readonly catalog: ReturnType<typeof createCatalog>;
  /** Where a damaged database was moved to when this start began a new one, else null. */
  readonly recoveredFrom: string | null;
  subscribe(listener: EventListener): () => void;
  /** Cancels what runs, removes every container of this process and closes the store; idempotent. */
  close(): Promise<void>;
}

/** Puts the app together: the only place that knows every part. */
export async function createApp(options: AppOptions): Promise<App> {
  const home = options.home ?? defaultHome();
  const locations = findLocations();
  const listeners = new Set<EventListener>();
  const emit: EmitEvent = (name, payload) => {
    for (const listener of listeners) listener(name, payload);
  };

  const store = openStore(home);
  const catalog = createCatalog({ folder: home, sampleFolder: locations.sampleFolder });
  const docker = createDockerSandbox({
    instanceId: randomUUID(),
    imageFolder: locations.image,
    bundleFolder: options.bundles ?? locations.bundles,
  });
  // What an app that was killed left running; nothing waits for it, and an absent engine has none.
  const swept = docker.sweep().catch(() => 0);
  // The language of the text that was judged last is the one that runs next.
  let language: Language = 'javascript';
  // A single command is over before a waiting container could be of use.
  const keepWarm = () => {
    const { warmContainers, limits } = store.preferences.read();
    if (options.host === 'cli') return;
    docker.warm.set(warmContainers);
    void docker.prepare(limits, language);
  };
  keepWarm();
  const sandboxes = { docker, embedded: createEmbeddedSandbox(locations.bundles) };
  const policy = createPolicyStore(home, store.audit, emit);
  const thread = createJudgingThread({ entry: locations.judge });
  const judge = createJudge(policy, thread);
  const reviews = createReviews(store, emit);
  if (options.host !== 'cli') {
    policy.watch();
    thread.warm();
  }
  const { cancelAll, ...runHandlers } = createRunHandlers({
    store,
    catalog,
    sandboxes,
    judge,
    reviews,
    emit,
  });

  const handlers: Handlers = {
    ...createWorkspaceHandlers(options.host, catalog, store, emit),
    ...createStrategyHandlers(store, readExamples(locations.examples), emit),
    ...createPolicyHandlers(policy, judge, reviews),
    ...createHistoryHandlers(store.runs, emit),
    ...createSandboxHandlers(sandboxes, store),
    ...createImageHandlers({ docker, audit: store.audit, emit, dialogs: options.imageFileDialogs }),
    ...runHandlers,
    ...(options.hostHandlers ?? withoutDialogs),
  };
  const report = (error: unknown) => {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    store.audit.append('app.failed', { detail: detail.slice(0, 4000) });
  };

  const dispatch = createDispatch(handlers, report);
  const attentive: Dispatch = async (name, input) => {
    const reply = await dispatch(name, input);
    if (changesWarmContainers.has(String(name))) keepWarm();
    // Who edits will run next.
    if (name === 'validation.check') {
      const { data: edited = language } = languageSchema.safeParse(
        (input as { language?: unknown } | undefined)?.language,
      );
      if (edited === language) docker.warm.touch();
      else {
        language = edited;
        keepWarm();
      }
    }
    return reply;
  };

  let closing: Promise<void> | undefined;
  const closeAll = async () => {
    await cancelAll();
    policy.close();
    await thread.close();
    await swept;
    await docker.removeOwn();
    store.close();
  };

  return {
    dispatch: attentive,
    recoveredFrom: store.recoveredFrom,
    catalog,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => (closing ??= closeAll()),
  };
}

const noDialogs = (): never => {
  throw new AppError(
    'not-found',
    'This host has no native dialogs.',
    "Use the browser's own way to open and save files.",
  );
};
const withoutDialogs: HostHandlers = { 'host.openFile': noDialogs, 'host.saveFiles': noDialogs };
