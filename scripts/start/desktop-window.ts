import { spawn } from 'node:child_process';

/** An end with a failure within this time means that the window never came up. */
const startLimitMilliseconds = 10_000;

/**
 * Runs the desktop app of the checkout in `root` until it ends, and with what it ended; undefined if
 * it could not start, as under a user or a system that forbids Chromium's own sandbox.
 */
export function runDesktopWindow(program: string, root: string): Promise<number | undefined> {
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
  return new Promise<number | undefined>((resolve) => {
    child.once('error', () => resolve(undefined));
    child.once('exit', (code) => {
      const failedEarly = code !== 0 && Date.now() - began < startLimitMilliseconds;
      resolve(failedEarly && !interrupted ? undefined : (code ?? 1));
    });
  }).finally(() => {
    for (const signal of signals) process.off(signal, forward);
  });
}
