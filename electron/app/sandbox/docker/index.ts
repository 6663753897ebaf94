import { randomBytes } from 'node:crypto';
import { AppError } from '../../../../shared/contract/errors.ts';
import type { NetworkMode, RunLimits } from '../../../../shared/contract/models/run.ts';
import type { EngineStatus, ImageStatus } from '../../../../shared/contract/models/sandbox.ts';
import type { SandboxProcess } from '../process.ts';
import { startContainer, type Stage } from './container.ts';
import { diagnose } from './doctor.ts';
import { answers, type Engine } from './engine.ts';
import { createSandboxImage, type SandboxImage } from './image.ts';
import { labelNames, thisOwner, writeOwner } from './labels.ts';
import { thisMachine } from './machine.ts';
import { removeContainer } from './removal.ts';
import { runnerCommand } from './runner-command.ts';
import { readSeccompProfile } from './seccomp-profile.ts';
import { isolationSettings } from './settings.ts';
import { removeInstance, sweepOrphans } from './sweep.ts';
import { createWarmPool, type WarmKind, type WarmPool } from './warm-pool.ts';

export interface DockerSandboxOptions {
  /** Names this app instance on its containers. */
  readonly instanceId: string;
  /** Holds Dockerfile and seccomp.json. */
  readonly imageFolder: string;
  /** Holds the bundles that go into the image: runner.js and stratbox.js. */
  readonly bundleFolder: string;
  /** DOCKER_HOST and its kin, STRATBOX_BASE_IMAGE; the process's own by default. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  readonly imageName?: string;
}

export interface StartOptions {
  readonly runId: string;
  readonly limits: RunLimits;
  readonly signal: AbortSignal;
  /** Told before each step of the start. */
  readonly onStage?: (stage: Stage) => void;
}

export interface DockerSandbox {
  /** Engine and image, asked afresh; answers within about 1.5 s whatever the engine does. */
  status(): Promise<{ engine: EngineStatus; image: ImageStatus }>;
  readonly image: Pick<SandboxImage, 'build' | 'remove' | 'save' | 'load'> & {
    status(): Promise<ImageStatus>;
  };
  /**
   * A started, isolated container that waits for its job: one that waited already, or a new one. Rejects with `no-engine`, `not-found` (image),
   * `cancelled`, or an IsolationError that names the setting; then nothing is left in the engine.
   */
  start(options: StartOptions): Promise<SandboxProcess>;
  /** Keeps containers for such runs waiting, where the settings want any. Never rejects. */
  prepare(limits: RunLimits): Promise<void>;
  /** The waiting containers: their settings, and that the analyst is at work. */
  readonly warm: Pick<WarmPool, 'set' | 'touch' | 'size'>;
  /** Removes what killed apps on this computer left behind; resolves to how many. */
  sweep(): Promise<number>;
  /** Removes every container of this instance; for the app's end. Never rejects. */
  removeOwn(): Promise<void>;
}

/** A run waits a little longer for an engine than the doctor: one that slept may be waking up. */
const startMilliseconds = 2500;

/** The runner ends by itself this long after the time limit, even when the app is gone. */
const graceSeconds = 30;

/** A waiting container's runner gives up after a quarter of an hour; it is replaced before. */
const maximumWarmSeconds = 10 * 60;
const longestRunSeconds = 3600;

export function createDockerSandbox(options: DockerSandboxOptions): DockerSandbox {
  const { instanceId, imageFolder, bundleFolder } = options;
  const machine = thisMachine(options.environment);
  const leftBehind = new Set<string>();
  let known: Engine | null = null;
  const seccompProfiles = new Map<NetworkMode, string>();

  /** The engine found before, if it still answers; otherwise the search starts again. */
  const currentEngine = async (): Promise<Engine> => {
    if (known && (await answers(known, 1000))) return known;
    const { engine, status } = await diagnose(machine, startMilliseconds);
    known = engine;
    if (engine === null) throw new AppError('no-engine', status.message, status.hint);
    return engine;
  };

  const image = createSandboxImage({
    imageFolder,
    bundleFolder,
    imageName: options.imageName ?? 'stratbox-runner',
    baseImage: machine.environment['STRATBOX_BASE_IMAGE'] || undefined,
    engine: currentEngine,
  });

  const removeLeftBehind = async (engine: Engine): Promise<void> => {
    for (const name of leftBehind) {
      if (await removeContainer(engine, name)) leftBehind.delete(name);
    }
  };

  const create = async (
    engine: Engine,
    kind: WarmKind,
    { runId, seconds, signal, onStage }: Pick<StartOptions, 'signal' | 'onStage'> & Purpose,
  ): Promise<SandboxProcess> => {
    const { network } = kind;
    const seccompProfile =
      seccompProfiles.get(network) ?? (await readSeccompProfile(imageFolder, network));
    seccompProfiles.set(network, seccompProfile);
    const settings = isolationSettings({
      ...{ imageId: kind.imageId, limits: kind, seccompProfile, facts: engine.facts },
      command: runnerCommand(kind),
      labels: {
        [labelNames.app]: 'stratbox',
        [labelNames.instance]: instanceId,
        [labelNames.owner]: writeOwner(thisOwner()),
        [labelNames.run]: runId,
        [labelNames.deadline]: String(Date.now() + (seconds + graceSeconds) * 1000),
      },
    });
    return startContainer(engine, {
      name: `stratbox-${randomBytes(8).toString('hex')}`,
      imageId: kind.imageId,
      limits: kind,
      settings,
      signal,
      onLeftBehind: (name) => leftBehind.add(name),
      ...(onStage ? { onStage } : {}),
    });
  };

  const pool = createWarmPool({
    maximumAgeMilliseconds: maximumWarmSeconds * 1000,
    create: async (kind, signal) =>
      create(await currentEngine(), kind, {
        ...{ runId: 'waiting', seconds: maximumWarmSeconds + longestRunSeconds, signal },
      }),
  });

  return {
    image: {
      status: () => image.status(),
      build: image.build,
      save: image.save,
      load: image.load,
      async remove() {
        // An engine keeps an image while a container was made from it.
        await pool.empty();
        return image.remove();
      },
    },
    warm: pool,

    async status() {
      const { status: engineStatus, engine } = await diagnose(machine);
      known = engine;
      return { engine: engineStatus, image: await image.status(engine) };
    },

    async start({ limits, ...rest }) {
      const engine = await currentEngine();
      void removeLeftBehind(engine);
      const kind = kindOf(await image.readyId(engine), limits);
      return pool.take(kind, () =>
        create(engine, kind, { ...rest, seconds: limits.timeLimitSeconds }),
      );
    },

    async prepare(limits) {
      try {
        pool.want(kindOf(await image.readyId(await currentEngine()), limits));
      } catch {
        // No engine or no image yet: the first run builds what it needs.
      }
    },

    async sweep() {
      return sweepOrphans(await currentEngine());
    },

    async removeOwn() {
      await pool.close();
      if (known === null) return;
      try {
        await removeInstance(known, instanceId);
      } catch {
        // The engine is gone; the next start of the app sweeps what is left.
      }
    },
  };
}

/** Which run a container is for, and how long it may take altogether. */
interface Purpose {
  readonly runId: string;
  readonly seconds: number;
}

function kindOf(imageId: string, { memoryMegabytes, cpus, network }: RunLimits): WarmKind {
  return { imageId, memoryMegabytes, cpus, network };
}
