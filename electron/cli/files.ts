import { readFileSync, statSync } from 'node:fs';
import { AppError } from '../../shared/contract/errors.ts';
import type { Language } from '../../shared/validation/types.ts';

/**
 * Reads a text file that the command line named.
 * @throws {AppError} bad-input, naming the file, when it is missing, no file, too large or not UTF-8.
 */
export function readTextFile(path: string, maximumBytes: number): string {
  const fail = (what: string, hint: string): never => {
    throw new AppError('bad-input', `${path}: ${what}.`, hint);
  };
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return fail('there is no such file', 'Check the path and the name.');
  if (!stats.isFile()) return fail('this is not a file', 'Name a file.');
  if (stats.size > maximumBytes) {
    const limit = Math.round(maximumBytes / 1000);
    return fail(`the file is larger than ${limit} kB`, 'Use a smaller file.');
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(path));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EACCES') {
      return fail('you may not read this file', 'Change its permissions.');
    }
    return fail('the file is not UTF-8 text', 'Save it as UTF-8.');
  }
}

export function languageOf(path: string): Language {
  return path.toLowerCase().endsWith('.py') ? 'python' : 'javascript';
}
