import type { ImageStatus } from '../../../../shared/contract/models/sandbox.ts';
import { AppError } from '../../../../shared/contract/errors.ts';
import type { BuildProgress } from './build-progress.ts';
import type { Engine } from './engine.ts';
import { buildImage } from './image-build.ts';
import { readImageFiles } from './image-files.ts';
import { EngineRefusal, request } from './request.ts';

export interface BuildOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: BuildProgress) => void;
}

export interface SandboxImage {
  /** Never rejects: an engine that is away gives `unknown`. `engine` null: known to be away. */
  status(engine?: Engine | null): Promise<ImageStatus>;
  /**
   * Builds the image for this version of the app. Those of other versions stay: another installation
   * may run from them. Rejects with `cancelled`, or the build's own error.
   */
  readonly build: (options: BuildOptions) => Promise<ImageStatus>;
  /** Removes the image of this and of every other version. */
  readonly remove: () => Promise<ImageStatus>;
  /** The id to create containers from. Rejects with `not-found` and the way to build it. */
  readyId(engine: Engine): Promise<string>;
}

interface ImageOptions {
  readonly imageFolder: string;
  readonly bundleFolder: string;
  /** The image's repository; its tag is the hash of what it is made from. */
  readonly imageName: string;
  /** A base to build from instead of the usual search. */
  readonly baseImage: string | undefined;
  readonly engine: () => Promise<Engine>;
}

export function createSandboxImage(options: ImageOptions): SandboxImage {
  const { imageName } = options;
  let building = false;
  const files = () => readImageFiles(options.imageFolder, options.bundleFolder);

  const status = async (engine?: Engine | null): Promise<ImageStatus> => {
    try {
      const { hash } = await files();
      const tag = `${imageName}:${hash}`;
      if (building) return absent('building', tag, 'The sandbox image is being built.');
      if (engine === null) return absent('unknown', tag, 'No container engine answers.');
      return await inspectStatus(engine ?? (await options.engine()), imageName, tag);
    } catch (error) {
      return absent(
        'unknown',
        imageName,
        error instanceof AppError ? error.message : String(error),
      );
    }
  };

  return {
    status,
    async build({ signal, onProgress }) {
      if (building) {
        throw new AppError('conflict', 'The sandbox image is being built already.', 'Wait for it.');
      }
      building = true;
      try {
        const context = await files();
        const engine = await options.engine();
        const tag = `${imageName}:${context.hash}`;
        await buildImage({
          engine,
          context,
          tag,
          baseImage: options.baseImage,
          signal,
          onProgress,
        });
        await removeUntagged(engine);
      } finally {
        building = false;
      }
      return status();
    },
    async remove() {
      const engine = await options.engine();
      await removeTags(engine, imageName);
      await removeUntagged(engine);
      return status();
    },
    async readyId(engine) {
      const { hash } = await files();
      const found = await inspectStatus(engine, imageName, `${imageName}:${hash}`);
      if (found.state === 'ready' && found.id) return found.id;
      throw new AppError('not-found', found.message, 'Build it: stratbox image build.');
    },
  };
}

async function inspectStatus(engine: Engine, imageName: string, tag: string): Promise<ImageStatus> {
  try {
    const found = await request('inspect the sandbox image', 5000, (abortSignal) =>
      engine.docker.getImage(tag).inspect({ abortSignal } as object),
    );
    return {
      state: 'ready',
      tag,
      id: found.Id,
      sizeBytes: found.Size,
      createdAt: Date.parse(found.Created) || null,
      message: 'The sandbox image is ready.',
    };
  } catch (error) {
    if (!(error instanceof EngineRefusal && error.status === 404)) throw error;
  }
  const others = await listTags(engine, imageName);
  return others.length > 0
    ? absent(
        'stale',
        tag,
        'There is a sandbox image of another version only; this version’s has to be built.',
      )
    : absent('missing', tag, 'The sandbox image has not been built yet.');
}

async function listTags(engine: Engine, imageName: string): Promise<string[]> {
  const images = await request('list images', 5000, () =>
    engine.docker.listImages({ filters: { reference: [imageName] } }),
  );
  return images
    .flatMap(({ RepoTags }) => RepoTags ?? [])
    .filter((tag) => tag.startsWith(`${imageName}:`));
}

/** The stages that a build leaves, and what a tag stood for before it was built anew. */
async function removeUntagged(engine: Engine): Promise<void> {
  await request('remove untagged images', 60_000, () =>
    engine.docker.pruneImages({ filters: { dangling: ['true'], label: ['stratbox.image'] } }),
  );
}

async function removeTags(engine: Engine, imageName: string): Promise<void> {
  for (const tag of await listTags(engine, imageName)) {
    try {
      await request('remove an image', 60_000, () => engine.docker.getImage(tag).remove());
    } catch (error) {
      // 409: a container still runs from it; 404: someone else removed it first. Both may be.
      if (!(error instanceof EngineRefusal && [404, 409].includes(error.status))) throw error;
    }
  }
}

function absent(state: ImageStatus['state'], tag: string, message: string): ImageStatus {
  return { state, tag, id: null, sizeBytes: null, createdAt: null, message };
}
