import type { Readable } from 'node:stream';
import { AppError } from '../../../../shared/contract/errors.ts';
import { buildError, createBuildReader, type BuildProgress } from './build-progress.ts';
import type { Engine } from './engine.ts';
import type { ImageFiles } from './image-files.ts';
import { engineError, EngineRefusal, request } from './request.ts';
import { packTar } from './tar.ts';

/** Made by `npm run local-base`, or loaded by hand, where no registry can be reached. */
export const localBaseTag = 'stratbox-base:local';

export interface ImageBuild {
  readonly engine: Engine;
  readonly context: ImageFiles;
  readonly tag: string;
  /** A base named by the environment; it goes before a local base. */
  readonly baseImage: string | undefined;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: BuildProgress) => void;
}

/**
 * Builds and tags the image. No step gets a network: only the engine itself may fetch the base.
 * Rejects with `cancelled`, or with the build's own error and what to do about it.
 */
export async function buildImage(build: ImageBuild): Promise<void> {
  const { engine, context, tag, signal, onProgress } = build;
  const base = build.baseImage ?? ((await hasLocalBase(engine)) ? localBaseTag : undefined);
  try {
    const answer = (await engine.docker.buildImage(packTar(context.entries) as never, {
      t: tag,
      labels: { 'stratbox.image': 'runner', 'stratbox.content': context.hash },
      networkmode: 'none',
      rm: true,
      forcerm: true,
      version: '1',
      ...(base ? { buildargs: { BASE_IMAGE: base } } : {}),
      abortSignal: signal,
    })) as Readable;
    signal.addEventListener('abort', () => answer.destroy(), { once: true });
    await follow(answer, onProgress);
  } catch (error) {
    if (signal.aborted)
      throw new AppError('cancelled', 'Building the sandbox image was cancelled.');
    const cause = engineError('build the sandbox image', error);
    throw cause instanceof EngineRefusal ? buildError(cause.message) : cause;
  }
  if (signal.aborted) throw new AppError('cancelled', 'Building the sandbox image was cancelled.');
  onProgress({ fraction: 1, step: 'Done', line: `Built ${tag}` });
}

async function follow(
  answer: Readable,
  onProgress: (progress: BuildProgress) => void,
): Promise<void> {
  const reader = createBuildReader(onProgress);
  answer.setEncoding('utf8');
  for await (const text of answer) reader.feed(text as string);
  reader.end();
}

async function hasLocalBase(engine: Engine): Promise<boolean> {
  try {
    await request('look for a local base image', 5000, () =>
      engine.docker.getImage(localBaseTag).inspect(),
    );
    return true;
  } catch (error) {
    if (error instanceof EngineRefusal && error.status === 404) return false;
    throw error;
  }
}
