import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { showOutput } from './show-output.ts';
import { readFailures } from './test-failures.ts';
import { readTotals, type Totals } from './test-totals.ts';

export interface StepResult extends Totals {
  readonly ok: boolean;
  /** The name of each failed test with the first lines of why. */
  readonly failures: readonly string[];
}

const running = new Set<ChildProcess>();

/** Runs one npm script, shows what it prints as it prints it, and counts its tests. */
export async function runScript(...parameters: string[]): Promise<StepResult> {
  console.log(`\n— npm run ${parameters.join(' ')}`);
  const npm = process.env['npm_execpath'];
  const [program, first] = npm ? [process.execPath, [npm]] : ['npm', []];
  const child = spawn(program, [...first, 'run', '-s', ...parameters], {
    // A group of its own, so that an interrupt ends all of it and nothing else.
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: process.stdout.isTTY ? { ...process.env, FORCE_COLOR: '1' } : process.env,
  });
  running.add(child);
  const printed = showOutput(child);
  const code = await new Promise<number>((resolve) => {
    child.on('error', () => resolve(1));
    child.on('close', (exitCode) => resolve(exitCode ?? 1));
  });
  running.delete(child);
  const ok = code === 0;
  return { ok, failures: ok ? [] : readFailures(printed()), ...readTotals(printed(), code) };
}

/** Ends what `runScript` still has running. */
export function endScripts(): void {
  for (const { pid } of running) {
    if (pid === undefined) continue;
    try {
      process.kill(process.platform === 'win32' ? pid : -pid, 'SIGTERM');
    } catch {
      // It ended in the meantime.
    }
  }
}

/** True where the end-to-end tests have something to drive: the desktop runtime or a Chromium. */
export async function hasBrowser(): Promise<boolean> {
  const { chromium } = await import('@playwright/test');
  const electron = path.dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  return [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    chromium.executablePath(),
    path.join(electron, 'dist', 'version'),
  ].some((file) => existsSync(file));
}
