import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { access, open, rename, rm, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { AppError } from '../../../../shared/contract/errors.ts';
import type { Engine } from './engine.ts';
import { createArchiveReader, type ImageArchive } from './image-archive.ts';
import { engineError } from './request.ts';

export interface ImageSave {
  readonly engine: Engine;
  readonly tag: string;
  /** The image's size: what progress is measured by. */
  readonly expectedBytes: number;
  readonly target: string;
  /** Whether a person agreed to replace a file of that name. */
  readonly replace: boolean;
  readonly signal: AbortSignal;
  readonly onProgress: (fraction: number) => void;
}

/**
 * Writes the image to a file that is whole or not there: under another name until its last byte is on
 * the disk and it was read as one image. Rejects with `cancelled`, or with what went wrong.
 */
export async function saveImage(save: ImageSave): Promise<ImageArchive> {
  const { target, signal } = save;
  if (!save.replace) await refuseExisting(target);
  const partial = path.join(
    path.dirname(target),
    `.${path.basename(target)}.${randomBytes(4).toString('hex')}.partial`,
  );
  const file = await open(partial, 'wx').catch((error: Error) => {
    throw cannotWrite(target, error);
  });
  try {
    const archive = await receive(save, file);
    await file.sync();
    await file.close();
    await rename(partial, target);
    return archive;
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(partial, { force: true });
    if (signal.aborted) throw new AppError('cancelled', 'Saving the sandbox image was cancelled.');
    throw error instanceof AppError ? error : cannotWrite(target, error as Error);
  }
}

async function receive(save: ImageSave, file: FileHandle): Promise<ImageArchive> {
  const { engine, tag, expectedBytes, signal, onProgress } = save;
  signal.throwIfAborted();
  const reader = createArchiveReader();
  const answer = await ask(engine, tag);
  const stop = () => void answer.destroy();
  signal.addEventListener('abort', stop, { once: true });
  try {
    let received = 0;
    for await (const chunk of fromEngine(answer)) {
      reader.feed(chunk);
      await file.writeFile(chunk);
      received += chunk.length;
      onProgress(Math.min(received / Math.max(expectedBytes, 1), 0.99));
    }
    signal.throwIfAborted();
    return reader.end();
  } finally {
    signal.removeEventListener('abort', stop);
    answer.destroy();
  }
}

async function ask(engine: Engine, tag: string): Promise<Readable> {
  try {
    return (await engine.docker.getImage(tag).get()) as Readable;
  } catch (error) {
    throw engineError('hand the sandbox image out', error);
  }
}

/** The engine's bytes; where it breaks off, its error instead of a short file. */
async function* fromEngine(answer: Readable): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of answer) yield chunk as Buffer;
  } catch (error) {
    throw engineError('hand the sandbox image out', error);
  }
}

async function refuseExisting(target: string): Promise<void> {
  const isThere = await access(target, constants.F_OK).then(
    () => true,
    () => false,
  );
  if (!isThere) return;
  throw new AppError('conflict', `"${target}" is there already.`, 'Choose another name.');
}

function cannotWrite(target: string, { message }: Error): AppError {
  const isFull = /ENOSPC|EFBIG|EDQUOT/.test(message);
  return new AppError(
    'bad-input',
    `"${target}" cannot be written: ${message}.`,
    isFull
      ? 'Free some space there, or choose another disk; nothing of the file was left behind.'
      : 'Choose a folder that is there and that you may write to.',
  );
}
