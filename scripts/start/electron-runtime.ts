import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Where the runtime's program lies in its folder, by platform; as the electron package has it. */
const programs: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  linux: 'electron',
  win32: 'electron.exe',
};

/**
 * The Electron runtime's program, downloaded first where it is not here (the electron package comes
 * without it). Undefined if that fails or takes longer than `limitMilliseconds`; nothing of it is
 * shown. ELECTRON_OVERRIDE_DIST_PATH names a folder with another runtime, as for Electron itself.
 */
export async function findElectron(limitMilliseconds: number): Promise<string | undefined> {
  const name = programs[process.platform];
  if (name === undefined) return undefined;
  const chosen = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (chosen) {
    const program = join(chosen, name);
    return existsSync(program) ? program : undefined;
  }
  const folder = electronPackage();
  if (folder === undefined) return undefined;
  const program = join(folder, 'dist', name);
  // Its last file: a runtime without it was not unpacked to the end.
  const isWhole = () => existsSync(program) && existsSync(join(folder, 'path.txt'));
  if (!isWhole()) await runQuietly(join(folder, 'install.js'), limitMilliseconds);
  return isWhole() ? program : undefined;
}

function electronPackage(): string | undefined {
  try {
    return dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  } catch {
    // An installation without development packages has none.
    return undefined;
  }
}

function runQuietly(script: string, limitMilliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script], {
      stdio: 'ignore',
      timeout: limitMilliseconds,
      killSignal: 'SIGKILL',
    });
    child.once('error', () => resolve());
    child.once('close', () => resolve());
  });
}
