import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../../../shared/contract/errors.ts';
import type { TarEntry } from './tar.ts';

/** All that goes into an image, and the hash that names it. */
export interface ImageFiles {
  readonly entries: readonly TarEntry[];
  /** First 16 hex digits of the SHA-256 over names and contents. */
  readonly hash: string;
}

/** The build context of JavaScript's image. Throws `not-found`, naming the file that is not there. */
export async function readImageFiles(
  imageFolder: string,
  bundleFolder: string,
): Promise<ImageFiles> {
  return hashed([
    await readEntry(imageFolder, 'Dockerfile'),
    await readEntry(bundleFolder, 'runner.js'),
    await readEntry(bundleFolder, 'stratbox.js'),
  ]);
}

/** The build context of Python's image: its programs go in as they are, under `python/`. */
export async function readPythonImageFiles(imageFolder: string): Promise<ImageFiles> {
  const folder = path.join(imageFolder, 'python');
  const found = await readdir(folder, { recursive: true }).catch((error: Error) => {
    throw cannotRead(error);
  });
  const programs = found.filter((name) => name.endsWith('.py')).map(withSlashes);
  return hashed([
    await readEntry(folder, 'Dockerfile'),
    await readEntry(folder, 'debian-packages.txt'),
    ...(await Promise.all(
      programs.toSorted().map((name) => readEntry(folder, name, `python/${name}`)),
    )),
  ]);
}

function hashed(entries: readonly TarEntry[]): ImageFiles {
  const hash = createHash('sha256');
  for (const { name, content } of entries)
    hash.update(`${name}\0${content.length}\0`).update(content);
  return { entries, hash: hash.digest('hex').slice(0, 16) };
}

/** The image is the same wherever it is built. */
function withSlashes(name: string): string {
  return name.replaceAll(path.sep, '/');
}

async function readEntry(folder: string, file: string, name = file): Promise<TarEntry> {
  try {
    return { name, content: await readFile(path.join(folder, file)) };
  } catch (error) {
    throw cannotRead(error as Error);
  }
}

function cannotRead({ message }: Error): AppError {
  return new AppError(
    'not-found',
    `A part of the sandbox image cannot be read: ${message}`,
    'From a source checkout run "npm run build -- sandbox"; otherwise install Stratbox again.',
  );
}
