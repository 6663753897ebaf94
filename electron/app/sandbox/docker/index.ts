import { randomBytes } from 'node:crypto';
import { AppError } from '../../../../shared/contract/errors.ts';
import type { NetworkMode, RunLimits } from '../../../../shared/contract/models/run.ts';
import type { EngineStatus, ImageStatus } from '../../../../shared/contract/models/sandbox.ts';
import type { Language } from '../../../../shared/validation/types.ts';
import type { SandboxProcess } from '../process.ts';
import { startContainer, type Stage } from './container.ts';
import { diagnose } from './doctor.ts';
import { answers, type Engine } from './engine.ts';
import { createSandboxImage, type SandboxImage } from './image.ts';
import { imageRecipe } from './image-recipes.ts';
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
  /** Holds Dockerfile, seccomp.json and python/. */
  readonly imageFolder: string;
  /** Holds the bundles that go into the image: runner.js and stratbox.js. */
  readonly bundleFolder: string;
  /** DOCKER_HOST and its kin, the base images; the process's own by default. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  readonly imageName?: string;
}

export interface StartOptions {
  readonly runId: string;
  /** JavaScript where nothing is said. */
  readonly language?: Language;
  readonly limits: RunLimits;
  readonly signal: AbortSignal;
  /** Told before each step of the start. */
  readonly onStage?: (stage: Stage) => void;
}

type ImageAccess = Pick<SandboxImage, 'build' | 'remove' | 'save' | 'load'> & {
  status(): Promise<ImageStatus>;
};

export interface DockerSandbox {
  /** Engine and images, asked afresh; answers within about 1.5 s whatever the engine does. */
  status(): Promise<{ engine: EngineStatus; image: ImageStatus; pythonImage: ImageStatus }>;
  readonly image: ImageAccess;
  /** The one that Python runs in. */
  readonly pythonImage: ImageAccess;
  /**
   * A started, isolated container that waits for its job: one that waited already, or a new one. Rejects with `no-engine`, `not-found` (image),
   * `cancelled`, or an IsolationError that names the setting; then nothing is left in the engine.
   */
  start(options: StartOptions): Promise<SandboxProcess>;
  /** Keeps containers for such runs waiting, where the settings want any. Never rejects. */
  prepare(limits: RunLimits, language?: Language): Promise<void>;
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

  const { imageName } = options;
  const { environment } = machine;
  const recipes = { imageFolder, bundleFolder, imageName, environment };
  const images: Readonly<Record<Language, SandboxImage>> = {
    javascript: createSandboxImage(imageRecipe('javascript', recipes), currentEngine),
    python: createSandboxImage(imageRecipe('python', recipes), currentEngine),
  };

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

  const accessTo = (image: SandboxImage): ImageAccess => ({
    status: () => image.status(),
    build: image.build,
    save: image.save,
    load: image.load,
    async remove() {
      // An engine keeps an image while a container was made from it.
      await pool.empty();
      return image.remove();
    },
  });

  return {
    image: accessTo(images.javascript),
    pythonImage: accessTo(images.python),
    warm: pool,

    async status() {
      const { status: engineStatus, engine } = await diagnose(machine);
      known = engine;
      const [image, pythonImage] = await Promise.all([
        images.javascript.status(engine),
        images.python.status(engine),
      ]);
      return { engine: engineStatus, image, pythonImage };
    },

    async start({ limits, language = 'javascript', ...rest }) {
      const engine = await currentEngine();
      void removeLeftBehind(engine);
      const imageId = await images[language].readyId(engine);
      const kind = kindOf(imageId, language, limits);
      return pool.take(kind, () =>
        create(engine, kind, { ...rest, seconds: limits.timeLimitSeconds }),
      );
    },

    async prepare(limits, language = 'javascript') {
      try {
        const imageId = await images[language].readyId(await currentEngine());
        pool.want(kindOf(imageId, language, limits));
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

function kindOf(
  imageId: string,
  language: Language,
  { memoryMegabytes, cpus, network }: RunLimits,
): WarmKind {
  return { imageId, language, memoryMegabytes, cpus, network };
}
