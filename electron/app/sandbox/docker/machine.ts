import { access } from 'node:fs/promises';
import { homedir, tmpdir, userInfo } from 'node:os';
import path from 'node:path';

/** What the search for an engine has to know about the computer; plain data, so that tests can invent one. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  readonly temporaryFolder: string;
  readonly userName: string;
  readonly userId: number;
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
  return (await Promise.all(paths.map(exists))).includes(true);
}

export async function exists(file: string): Promise<boolean> {
  try {
    await access(file);
    return true;
  } catch {
    // Absent and unreadable are the same answer here: nothing of use is at that path.
    return false;
  }
}
