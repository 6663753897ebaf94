import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Where the app's own files are. From a checkout that is its root; the packaged desktop app carries
 * them beside its archive, for containers and child processes cannot read inside it.
 */
export interface Locations {
  readonly bundles: string;
  /**
   * The program of the thread that judges, bundled also where all else runs from source: Node reads
   * TypeScript with WebAssembly, and two threads that do so at once can bring V8 down.
   */
  readonly judge: string;
  readonly image: string;
  readonly examples: string;
  readonly sampleFolder: string;
}

export function findLocations(): Locations {
  const root = resourcesRoot();
  const packagedSamples = join(root, 'sample-data');
  return {
    bundles: join(root, 'out', 'sandbox'),
    judge: join(root, 'out', 'sandbox', 'judge.mjs'),
    image: join(root, 'docker'),
    examples: join(root, 'examples'),
    sampleFolder: existsSync(packagedSamples)
      ? packagedSamples
      : join(root, 'node_modules', 'vega-datasets', 'data'),
  };
}

function resourcesRoot(): string {
  const packaged = (process as { resourcesPath?: string }).resourcesPath;
  if (packaged !== undefined && existsSync(join(packaged, 'out', 'sandbox'))) return packaged;
  // Either this file in the checkout, or the bundle in out/main/: the root is where package.json is.
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) {
    folder = dirname(folder);
  }
  return folder;
}

/** The folder of the analyst's own data: STRATBOX_HOME, or the platform's place for such things. */
export function defaultHome(environment: NodeJS.ProcessEnv = process.env): string {
  const chosen = environment['STRATBOX_HOME'];
  if (chosen) return chosen;
  if (process.platform === 'win32') {
    return join(environment['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Stratbox');
  }
  if (process.platform === 'darwin') {
    return join(homedir(), 'Library', 'Application Support', 'Stratbox');
  }
  return join(environment['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'stratbox');
}
