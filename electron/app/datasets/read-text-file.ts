import { readFileSync, statSync } from 'node:fs';
import { AppError } from '../../../shared/contract/errors.ts';

/** A longer text does not fit into one JavaScript string. */
export const maximumFileBytes = 512_000_000;

/**
 * The text of a file a person named. Bytes that are not UTF-8 become U+FFFD, which importers refuse.
 * @throws {AppError} if there is no such file, it is a folder or a device, may not be read, or is too large.
 */
export function readTextFile(path: string): string {
  try {
    const status = statSync(path);
    if (status.isDirectory()) {
      throw new AppError('bad-input', `"${path}" is a folder.`, 'Name a file in it.');
    }
    // Reading a pipe or a device such as /dev/zero would never end.
    if (!status.isFile()) {
      throw new AppError('bad-input', `"${path}" is no ordinary file.`, 'Copy the data to a file.');
    }
    if (status.size > maximumFileBytes) {
      throw new AppError(
        'too-large',
        `"${path}" has ${Math.round(status.size / 1e6)} MB; at most ${maximumFileBytes / 1e6} MB can be read.`,
        'Split it by years, or use longer bars.',
      );
    }
    return new TextDecoder().decode(readFileSync(path));
  } catch (error) {
    throw error instanceof AppError ? error : cannotRead(path, error);
  }
}

function cannotRead(path: string, error: unknown): AppError {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new AppError(
      'not-found',
      `There is no file "${path}".`,
      'Check the spelling and the folder, or use a data set of the catalog.',
    );
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return new AppError(
      'bad-input',
      `You may not read "${path}".`,
      'Change the permissions of the file, or copy it to a folder of yours.',
    );
  }
  return new AppError('bad-input', `"${path}" cannot be read: ${message}.`, 'Check the file.');
}
