import type { ImageStatus } from '../../../../shared/contract/models/sandbox.ts';
import { AppError } from '../../../../shared/contract/errors.ts';
import type { BuildProgress } from './build-progress.ts';
import type { Engine } from './engine.ts';
import { buildImage } from './image-build.ts';
import { codeOf } from './image-code.ts';
import { loadImage } from './image-load.ts';
import type { ImageRecipe } from './image-recipes.ts';
import { saveImage } from './image-save.ts';
import { absent, inspectStatus, removeTags, removeUntagged } from './image-inspect.ts';
import { removeOutdated } from './image-outdated.ts';
import { request } from './request.ts';

export interface BuildOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: BuildProgress) => void;
}

export interface TransferOptions {
  /** The file's full path. */
  readonly path: string;
  readonly signal: AbortSignal;
  readonly onProgress: (fraction: number) => void;
}

export interface SavedFile {
  readonly sizeBytes: number;
  readonly sha256: string;
  /** What to type where the file is loaded. */
  readonly code: string;
}

export interface SandboxImage {
  /** Never rejects: an engine that is away gives `unknown`. `engine` null: known to be away. */
  status(engine?: Engine | null): Promise<ImageStatus>;
  /**
   * Builds the image for this version of the app. Those of other versions stay while another
   * installation may run from them: two weeks, and as long as a container does. Rejects with
   * `cancelled`, or the build's own error.
   */
  readonly build: (options: BuildOptions) => Promise<ImageStatus>;
  /** Removes the image of this and of every other version. */
  readonly remove: () => Promise<ImageStatus>;
  /**
   * Writes this version's image to a file for a computer without a network. Rejects with `not-found`
   * where there is none, `cancelled`, `conflict` for a file that is there and may not be replaced, or
   * what kept it from being written.
   */
  readonly save: (options: TransferOptions & { readonly replace: boolean }) => Promise<SavedFile>;
  /** Takes the image from a file whose code a person gave; nothing else in the engine changes. */
  readonly load: (options: TransferOptions & { readonly code: string }) => Promise<ImageStatus>;
  /** The id to create containers from. Rejects with `not-found` and the way to build it. */
  readyId(engine: Engine): Promise<string>;
}

export function createSandboxImage(
  recipe: ImageRecipe,
  currentEngine: () => Promise<Engine>,
): SandboxImage {
  const { imageName, files } = recipe;
  let underWay: 'built' | 'saved' | 'loaded' | null = null;
  const alone = async <T>(task: NonNullable<typeof underWay>, work: () => Promise<T>) => {
    if (underWay !== null) {
      throw new AppError(
        'conflict',
        `The sandbox image is being ${underWay} already.`,
        'Wait for it, or cancel it.',
      );
    }
    underWay = task;
    try {
      return await work();
    } finally {
      underWay = null;
    }
  };

  const status = async (engine?: Engine | null): Promise<ImageStatus> => {
    try {
      const { hash } = await files();
      const tag = `${imageName}:${hash}`;
      if (underWay === 'built') return absent('building', tag, 'The sandbox image is being built.');
      if (engine === null) return absent('unknown', tag, 'No container engine answers.');
      return await inspectStatus(engine ?? (await currentEngine()), imageName, hash);
    } catch (error) {
      return absent(
        'unknown',
        imageName,
        error instanceof AppError ? error.message : String(error),
      );
    }
  };

  const ready = async (engine: Engine): Promise<ImageStatus & { readonly id: string }> => {
    const { hash } = await files();
    const found = await inspectStatus(engine, imageName, hash);
    if (found.state === 'ready' && found.id) return { ...found, id: found.id };
    throw new AppError('not-found', found.message, 'Build it: stratbox image build.');
  };

  return {
    status,
    async build({ signal, onProgress }) {
      await alone('built', async () => {
        const context = await files();
        const engine = await currentEngine();
        await buildImage({ engine, context, recipe, signal, onProgress });
        await removeUntagged(engine);
        await removeOutdated(engine, imageName, context.hash);
      });
      return status();
    },
    save: ({ path, ...rest }) =>
      alone('saved', async () => {
        const engine = await currentEngine();
        const { tag, sizeBytes: expectedBytes } = await ready(engine);
        const saved = await saveImage({
          ...{ engine, tag, expectedBytes: expectedBytes ?? 0, target: path },
          ...rest,
        });
        const { sizeBytes, sha256 } = saved;
        return { sizeBytes, sha256, code: codeOf(sha256) };
      }),
    async load({ path, ...rest }) {
      await alone('loaded', async () => {
        const engine = await currentEngine();
        const { hash: content } = await files();
        const tag = `${imageName}:${content}`;
        const archive = await loadImage({ engine, tag, content, source: path, ...rest });
        const { id } = await inspectStatus(engine, imageName, content);
        if (id === archive.configurationDigest || id === archive.manifestDigest) {
          await removeUntagged(engine);
          return;
        }
        await request('remove an image', 60_000, () => engine.docker.getImage(tag).remove());
        throw new AppError(
          'internal',
          'The engine made another image of the file than it describes. It was removed again.',
          'Build the image here instead, or look at the engine’s own log.',
        );
      });
      return status();
    },
    async remove() {
      const engine = await currentEngine();
      await removeTags(engine, imageName);
      await removeUntagged(engine);
      return status();
    },
    async readyId(engine) {
      const { id } = await ready(engine);
      return id;
    },
  };
}
