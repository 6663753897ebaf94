import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { NetworkMode } from '../../../../shared/contract/models/run.ts';

interface Profile {
  readonly syscalls: readonly unknown[];
}

/**
 * Our own allow-list of system calls, written as one line: the engine takes the text, not a path. No
 * call makes a socket unless the user chose the network; then a client's are added.
 */
export async function readSeccompProfile(
  imageFolder: string,
  network: NetworkMode,
): Promise<string> {
  const read = async (name: string) =>
    JSON.parse(await readFile(path.join(imageFolder, name), 'utf8')) as Profile;
  const profile = await read('seccomp.json');
  if (network === 'none') return JSON.stringify(profile);
  const { syscalls } = await read('seccomp-network.json');
  return JSON.stringify({ ...profile, syscalls: [...profile.syscalls, ...syscalls] });
}
