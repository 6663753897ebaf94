import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { AppError } from '../../../../shared/contract/errors.ts';
import type { Engine } from './engine.ts';
import { createArchiveReader, type ImageArchive } from './image-archive.ts';
import { isCodeOf, readCode } from './image-code.ts';
import { createBuildReader } from './build-progress.ts';
import { engineError, freeSpaceHint } from './request.ts';

export interface ImageLoad {
  readonly engine: Engine;
  /** The image this version of the app runs, and the hash of what it is built from. */
  readonly tag: string;
  readonly content: string;
  readonly source: string;
  /** The code that was shown when the file was saved, as a person typed it. */
  readonly code: string;
  readonly signal: AbortSignal;
  readonly onProgress: (fraction: number) => void;
}

/** An engine takes at least as much memory as a few of these; a larger file is no sandbox image. */
const largestFile = 4 * 2 ** 30;

/**
 * Hands a file to the engine after it was read once as hostile input: it must be the very file that the
 * code belongs to, and hold this version's image for this engine's architecture and nothing else. The
 * engine gets the last piece only when all pieces were the ones that were read before, so that a file
 * that changes meanwhile is never taken. Rejects with `cancelled`, or with what is wrong.
 */
export async function loadImage(load: ImageLoad): Promise<ImageArchive> {
  const { source, signal } = load;
  const digits = readCode(load.code);
  const file = await open(source, 'r').catch((error: Error) => {
    throw cannotRead(source, error);
  });
  try {
    const size = await sizeOf(file, source);
    const archive = await inspect(load, file, size);
    refuseOther(load, archive, digits);
    await send(load, file, archive);
    return archive;
  } catch (error) {
    if (signal.aborted) throw new AppError('cancelled', 'Loading the sandbox image was cancelled.');
    throw error instanceof AppError ? error : cannotRead(source, error as Error);
  } finally {
    await file.close();
  }
}

async function sizeOf(file: FileHandle, source: string): Promise<number> {
  const found = await file.stat();
  if (!found.isFile()) throw cannotRead(source, new Error('it is not a file'));
  if (found.size <= largestFile) return found.size;
  throw new AppError('too-large', `"${path.basename(source)}" is larger than any sandbox image.`);
}

async function inspect(
  { signal, onProgress }: ImageLoad,
  file: FileHandle,
  size: number,
): Promise<ImageArchive> {
  const reader = createArchiveReader();
  let read = 0;
  for await (const chunk of pieces(file)) {
    signal.throwIfAborted();
    reader.feed(chunk);
    read += chunk.length;
    onProgress((read / Math.max(size, 1)) * 0.5);
  }
  return reader.end();
}

function refuseOther({ tag, content, engine }: ImageLoad, archive: ImageArchive, digits: string) {
  if (!isCodeOf(digits, archive.sha256)) {
    throw new AppError(
      'bad-input',
      'The code does not belong to this file: it is another one, or was changed since it was saved. Nothing was loaded.',
      'Compare the code with the one that was shown when the image was saved, and copy the file again.',
    );
  }
  if (archive.tag !== tag || archive.content !== content) {
    throw new AppError(
      'bad-input',
      `The file holds "${archive.tag}"; this version of Stratbox runs "${tag}". Nothing was loaded.`,
      'Save the image with the same version of Stratbox as this one.',
    );
  }
  const { architecture } = engine.facts;
  if (archive.architecture !== architecture) {
    throw new AppError(
      'bad-input',
      `The file holds an image for ${archive.architecture}; this engine runs on ${architecture}. Nothing was loaded.`,
      `Save the image on a computer with ${architecture}.`,
    );
  }
}

async function send(load: ImageLoad, file: FileHandle, archive: ImageArchive): Promise<void> {
  const { engine, signal, onProgress } = load;
  const body = Readable.from(sameAgain(file, archive, (share) => onProgress(0.5 + share * 0.49)));
  // A body that breaks off would leave the request waiting for its end.
  const unreadable = new AbortController();
  body.once('error', (error) => unreadable.abort(error));
  try {
    const answer = (await engine.docker.loadImage(body, {
      ...{ quiet: true, abortSignal: AbortSignal.any([signal, unreadable.signal]) },
    })) as Readable;
    const reader = createBuildReader(() => undefined, loadError);
    answer.setEncoding('utf8');
    for await (const text of answer) reader.feed(text as string);
    reader.end();
  } catch (error) {
    if (unreadable.signal.reason instanceof AppError) throw unreadable.signal.reason;
    throw engineError('load the sandbox image', error);
  } finally {
    body.destroy();
  }
}

/** The file's bytes a second time, the last piece only when they are the bytes that were checked. */
async function* sameAgain(
  file: FileHandle,
  { sha256, sizeBytes }: ImageArchive,
  onProgress: (share: number) => void,
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  let sent = 0;
  let held: Buffer | undefined;
  for await (const chunk of pieces(file)) {
    hash.update(chunk);
    if (held) yield held;
    held = Buffer.from(chunk);
    sent += chunk.length;
    onProgress(Math.min(sent / sizeBytes, 1));
  }
  if (hash.digest('hex') !== sha256) {
    throw new AppError(
      'bad-input',
      'The file was changed while it was being loaded. Nothing was loaded.',
      'Copy it to a disk that only you write to, and load it from there.',
    );
  }
  if (held) yield held;
}

async function* pieces(file: FileHandle): AsyncGenerator<Buffer> {
  for await (const chunk of file.createReadStream({ start: 0, autoClose: false })) {
    yield chunk as Buffer;
  }
}

function loadError(detail: string): AppError {
  return new AppError(
    'internal',
    `The engine could not load the sandbox image: ${detail.trim()}`,
    /no space left/i.test(detail) ? freeSpaceHint : 'See the engine’s own log for the cause.',
  );
}

function cannotRead(source: string, { message }: Error): AppError {
  return new AppError(
    'bad-input',
    `"${source}" cannot be read: ${message}.`,
    'Choose a file that is there and that you may read.',
  );
}
