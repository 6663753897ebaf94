import { access, readdir, readFile, statfs } from 'node:fs/promises';

/** The little that the search for an engine reads from the disk; a test hands in its own. Never rejects. */
export interface Disk {
  /** Null for a file that is not there or cannot be read. */
  readText(file: string): Promise<string | null>;
  exists(file: string): Promise<boolean>;
  /** The names in a folder; none where it is not there. */
  list(folder: string): Promise<string[]>;
  /** Bytes an ordinary user may still write where `folder` is; null where nobody knows. */
  freeBytes(folder: string): Promise<number | null>;
}

/** This computer's. Absent and unreadable are one answer: nothing of use is at that path. */
export const realDisk: Disk = {
  readText: (file) => readFile(file, 'utf8').catch(() => null),
  exists: (file) =>
    access(file).then(
      () => true,
      () => false,
    ),
  list: (folder) => readdir(folder).catch(() => []),
  freeBytes: (folder) =>
    statfs(folder).then(
      ({ bavail, bsize }) => bavail * bsize,
      () => null,
    ),
};
