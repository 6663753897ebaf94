import { homedir, tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { realDisk, type Disk } from './disk.ts';

/** What the search for an engine has to know about the computer; tests invent one. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  readonly temporaryFolder: string;
  readonly userName: string;
  readonly userId: number;
  readonly disk: Disk;
}

export function thisMachine(environment: Machine['environment'] = process.env): Machine {
  const { username, uid } = userInfo();
  return {
    platform: process.platform,
    environment,
    home: homedir(),
    temporaryFolder: tmpdir(),
    userName: username,
    userId: uid,
    disk: realDisk,
  };
}

/** True when one of the named programs is on the PATH or one of the full paths exists. */
export async function isInstalled(machine: Machine, programs: readonly string[]): Promise<boolean> {
  const folders = (machine.environment['PATH'] ?? '').split(path.delimiter).filter(Boolean);
  // Engines live in sbin, which a desktop session's PATH often lacks.
  if (machine.platform === 'linux') folders.push('/usr/sbin', '/usr/local/sbin');
  const paths = programs.flatMap((program) =>
    path.isAbsolute(program) ? [program] : folders.map((folder) => path.join(folder, program)),
  );
  return (await Promise.all(paths.map((file) => machine.disk.exists(file)))).includes(true);
}
