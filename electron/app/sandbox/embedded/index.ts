import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { RunLimits } from '../../../../shared/contract/models/run.ts';
import type { SandboxExit, SandboxProcess } from '../process.ts';

export interface EmbeddedSandbox {
  status(): { state: 'ready' | 'missing'; message: string };
  start(options: { limits: RunLimits; reason: string }): SandboxProcess;
}

const keptErrorLength = 8192;

/**
 * The sandbox for machines without a container engine: QuickJS in WebAssembly, in a process of its
 * own. `bundleFolder` holds embedded.js and stratbox.js.
 */
export function createEmbeddedSandbox(bundleFolder: string): EmbeddedSandbox {
  const entry = join(bundleFolder, 'embedded.js');
  return {
    status: () =>
      existsSync(entry)
        ? { state: 'ready', message: 'The embedded WebAssembly sandbox is ready.' }
        : { state: 'missing', message: 'The embedded sandbox was not built: run "npm run build".' },
    start: ({ limits, reason }) => startProcess(entry, bundleFolder, limits, reason),
  };
}

function startProcess(
  entry: string,
  bundleFolder: string,
  limits: RunLimits,
  reason: string,
): SandboxProcess {
  // WebAssembly memory lies outside the JavaScript heap and QuickJS enforces the run's limit on it;
  // the heap itself only carries the job and the frames.
  const child = spawn(
    process.execPath,
    [
      '--permission',
      `--allow-fs-read=${bundleFolder}`,
      '--disable-warning=ExperimentalWarning',
      '--max-old-space-size=512',
      entry,
    ],
    // The container's clock is on UTC too: a strategy must decide alike in both.
    {
      env: { ELECTRON_RUN_AS_NODE: '1', TZ: 'UTC' },
      stdio: ['pipe', 'pipe', 'pipe'],
      windowsHide: true,
    },
  );
  let standardError = '';
  child.stderr.setEncoding('utf8');
  child.stderr.on('data', (text: string) => {
    standardError = (standardError + text).slice(-keptErrorLength);
  });
  const exited = new Promise<SandboxExit>((resolve) => {
    const end = (code: number | null) =>
      resolve({ code, outOfMemory: false, engineLost: false, standardError });
    child.once('exit', end);
    child.once('error', (error) => {
      standardError += error.message;
      end(null);
    });
  });
  return {
    used: {
      kind: 'embedded',
      reason,
      engine: `QuickJS in WebAssembly, ${limits.memoryMegabytes} MB`,
    },
    // The badge promises a container whose settings were read back; there is none here.
    isolation: {
      state: 'unknown',
      detail:
        'No container: the strategy ran in a WebAssembly sandbox that holds no handle to files or the network, in a process of its own that may neither write files nor start others.',
    },
    input: child.stdin,
    output: child.stdout,
    exited,
    async destroy() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}
