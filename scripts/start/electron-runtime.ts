import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

const answerLimitMilliseconds = 5000;
const downloadLimitMilliseconds = 5 * 60 * 1000;
const officialAddress = 'https://github.com/electron/electron/releases/download/';
const proxyNames = ['HTTPS_PROXY', 'https_proxy', 'ELECTRON_GET_USE_PROXY'];

/**
 * Electron's program, if its runtime is in `modules` (node_modules): it comes apart from the
 * package. ELECTRON_OVERRIDE_DIST_PATH names a folder with another one, as for Electron itself.
 */
export function findRuntime(modules: string, environment: Environment = process.env) {
  const electron = join(modules, 'electron');
  const chosen = environment['ELECTRON_OVERRIDE_DIST_PATH'];
  // Written last: a runtime without it was not unpacked to the end.
  const pathFile = join(electron, 'path.txt');
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : undefined;
  if (name === undefined && chosen === undefined) return undefined;
  const program = join(chosen ?? join(electron, 'dist'), name ?? 'electron');
  return existsSync(program) ? program : undefined;
}

/** Whether the place that the runtime comes from answers at all, within 5 s. */
export async function canDownload(environment: Environment = process.env): Promise<boolean> {
  // A proxy is the installer's business; it is given the chance.
  if (proxyNames.some((name) => environment[name])) return true;
  const mirror = environment['ELECTRON_MIRROR'] ?? environment['npm_config_electron_mirror'];
  try {
    const signal = AbortSignal.timeout(answerLimitMilliseconds);
    const answer = await fetch(mirror ?? officialAddress, { method: 'HEAD', signal });
    // Whatever it says about that folder, it does not refuse this machine.
    return answer.status !== 403 && answer.status < 500;
  } catch {
    return false;
  }
}

/** Downloads the runtime with the package's own installer, quietly and for 5 minutes at most. */
export async function downloadRuntime(modules: string): Promise<string | undefined> {
  const installer = join(modules, 'electron', 'install.js');
  await new Promise<void>((resolve) => {
    const child = spawn(process.execPath, [installer], {
      stdio: 'ignore',
      timeout: downloadLimitMilliseconds,
      killSignal: 'SIGKILL',
    });
    child.once('error', () => resolve());
    child.once('close', () => resolve());
  });
  return findRuntime(modules);
}
