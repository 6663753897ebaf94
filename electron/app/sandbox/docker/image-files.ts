import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../../../shared/contract/errors.ts';
import type { TarEntry } from './tar.ts';

/** All that goes into the image, and the hash that names it. */
export interface ImageFiles {
  readonly entries: readonly TarEntry[];
  /** First 16 hex digits of the SHA-256 over names and contents. */
  readonly hash: string;
}

/** Reads the build context. Throws `not-found`, naming the file, when a bundle was not built yet. */
export async function readImageFiles(
  imageFolder: string,
  bundleFolder: string,
): Promise<ImageFiles> {
  const entries = await Promise.all([
    readEntry(imageFolder, 'Dockerfile'),
    readEntry(bundleFolder, 'runner.js'),
    readEntry(bundleFolder, 'stratbox.js'),
  ]);
  const hash = createHash('sha256');
  for (const { name, content } of entries)
    hash.update(`${name}\0${content.length}\0`).update(content);
  return { entries, hash: hash.digest('hex').slice(0, 16) };
}

async function readEntry(folder: string, name: string): Promise<TarEntry> {
  try {
    return { name, content: await readFile(path.join(folder, name)) };
  } catch (error) {
    throw new AppError(
      'not-found',
      `A part of the sandbox image cannot be read: ${(error as Error).message}`,
      'From a source checkout run "npm run build -- sandbox"; otherwise install Stratbox again.',
    );
  }
}
