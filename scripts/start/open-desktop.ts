import { spawn } from 'node:child_process';

/** An end with a failure within this time means that the window never came up. */
const startLimitMilliseconds = 10_000;

/**
 * Runs the desktop app of the checkout in `root` until it ends, and resolves with its exit code;
 * undefined if it could not start, as on a system that forbids Chromium's own sandbox.
 */
export async function openDesktop(program: string, root: string): Promise<number | undefined> {
  const began = Date.now();
  const child = spawn(program, [root], {
    // Chromium's own remarks about graphics and buses are nothing an analyst can act on.
    stdio: 'ignore',
    // Apart from the terminal: a Ctrl+C reaches the app once, from here, and it closes in order.
    detached: process.platform !== 'win32',
  });
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  let interrupted = false;
  const forward = (signal: NodeJS.Signals) => {
    child.kill(interrupted ? 'SIGKILL' : signal);
    interrupted = true;
  };
  for (const signal of signals) process.on(signal, forward);
  const exitCode = await new Promise<number>((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  });
  for (const signal of signals) process.off(signal, forward);
  if (interrupted) return 0;
  const failedEarly = exitCode !== 0 && Date.now() - began < startLimitMilliseconds;
  return failedEarly ? undefined : exitCode;
}
