import type { Disk } from './disk.ts';
import type { Machine } from './machine.ts';

/** A disk that holds these files and nothing else; a folder is whatever a file lies in. */
export function inventedDisk(files: Readonly<Record<string, string>> = {}, free?: number): Disk {
  const paths = Object.keys(files);
  const isFolder = (name: string) => paths.some((file) => file.startsWith(`${name}/`));
  return {
    readText: async (file) => files[file] ?? null,
    exists: async (file) => paths.includes(file) || isFolder(file),
    list: async (folder) => [
      ...new Set(
        paths
          .filter((file) => file.startsWith(`${folder}/`))
          .map((file) => file.slice(folder.length + 1).split('/')[0] ?? ''),
      ),
    ],
    freeBytes: async () => free ?? null,
  };
}

/** Ada's Linux computer without any engine, or as changed. */
export function inventedMachine(changes: Partial<Machine> = {}): Machine {
  return {
    platform: 'linux',
    environment: {},
    home: '/home/ada',
    temporaryFolder: '/temporary',
    userName: 'ada',
    userId: 1000,
    disk: inventedDisk(),
    ...changes,
  };
}
