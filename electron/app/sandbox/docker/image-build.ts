import type { Readable } from 'node:stream';
import { AppError } from '../../../../shared/contract/errors.ts';
import { buildError, createBuildReader, type BuildProgress } from './build-progress.ts';
import type { Engine } from './engine.ts';
import type { ImageFiles } from './image-files.ts';
import type { ImageRecipe } from './image-recipes.ts';
import { engineError, EngineRefusal, request } from './request.ts';
import { packTar } from './tar.ts';

export interface ImageBuild {
  readonly engine: Engine;
  readonly context: ImageFiles;
  readonly recipe: ImageRecipe;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: BuildProgress) => void;
}

/**
 * Builds and tags the image. Only the engine itself may fetch the base; no step gets a network, unless
 * it has to fetch packages into a base that has none.
 * Rejects with `cancelled`, or with the build's own error and what to do about it.
 */
export async function buildImage(build: ImageBuild): Promise<void> {
  const { engine, context, recipe, signal, onProgress } = build;
  const { localBase } = recipe;
  const tag = `${recipe.imageName}:${context.hash}`;
  const hasBase = recipe.baseImage === undefined && (await isThere(engine, localBase));
  const base = hasBase ? localBase : recipe.baseImage;
  try {
    const answer = (await engine.docker.buildImage(packTar(context.entries) as never, {
      t: tag,
      labels: { 'stratbox.image': 'runner', 'stratbox.content': context.hash },
      networkmode: base === undefined && recipe.fetchesPackages ? 'default' : 'none',
      rm: true,
      forcerm: true,
      version: '1',
      ...(base ? { buildargs: { BASE_IMAGE: base } } : {}),
      abortSignal: signal,
    })) as Readable;
    signal.addEventListener('abort', () => answer.destroy(), { once: true });
    await follow(answer, onProgress, localBase);
  } catch (error) {
    if (signal.aborted)
      throw new AppError('cancelled', 'Building the sandbox image was cancelled.');
    const cause = engineError('build the sandbox image', error);
    throw cause instanceof EngineRefusal ? buildError(cause.message, localBase) : cause;
  }
  if (signal.aborted) throw new AppError('cancelled', 'Building the sandbox image was cancelled.');
  onProgress({ fraction: 1, step: 'Done', line: `Built ${tag}` });
}

async function follow(
  answer: Readable,
  onProgress: (progress: BuildProgress) => void,
  localBase: string,
): Promise<void> {
  const reader = createBuildReader(onProgress, (detail) => buildError(detail, localBase));
  answer.setEncoding('utf8');
  for await (const text of answer) reader.feed(text as string);
  reader.end();
}

async function isThere(engine: Engine, tag: string): Promise<boolean> {
  try {
    await request('look for a local base image', 5000, () => engine.docker.getImage(tag).inspect());
    return true;
  } catch (error) {
    if (error instanceof EngineRefusal && error.status === 404) return false;
    throw error;
  }
}
