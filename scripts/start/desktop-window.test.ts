import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runDesktopWindow } from './desktop-window.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stratbox-window-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A program in the runtime's place. */
function program(lines: string): string {
  const path = join(folder, 'electron');
  writeFileSync(path, `#!/bin/sh\n${lines}\n`, { mode: 0o755 });
  return path;
}

describe.runIf(process.platform !== 'win32')('the desktop window', () => {
  it('is given the checkout, and its end is the end', async () => {
    const told = join(folder, 'told');
    expect(await runDesktopWindow(program(`echo "$#:$1" > ${told}`), '/checkout')).toBe(0);
    expect(readFileSync(told, 'utf8')).toBe('1:/checkout\n');
  });

  it.each(['exit 1', 'kill -TRAP $$'])('that ends with "%s" at once did not open', async (end) => {
    expect(await runDesktopWindow(program(end), '.')).toBeUndefined();
  });

  it('whose program is no program did not open', async () => {
    expect(await runDesktopWindow(join(folder, 'nothing'), '.')).toBeUndefined();
  });

  it('hears of a first signal once, in order to close, and is ended by a second', async () => {
    const heard = join(folder, 'heard');
    const ready = join(folder, 'ready');
    const electron = program(
      `trap 'echo heard >> ${heard}' TERM\ntouch ${ready}\nwhile :; do sleep 0.05; done`,
    );
    const starter = startApart(electron);
    await vi.waitFor(() => expect(existsSync(ready)).toBe(true), 5000);
    starter.kill('SIGTERM');
    await vi.waitFor(() => expect(readFileSync(heard, 'utf8')).toBe('heard\n'), 5000);
    expect(starter.exitCode).toBeNull();
    const exited = new Promise((resolve) => starter.once('exit', resolve));
    starter.kill('SIGTERM');
    expect(await exited).toBe(1);
  });
});

/** Runs `runDesktopWindow` in a process of its own, which can be sent signals. */
function startApart(electron: string): ChildProcess {
  const module = JSON.stringify(new URL('./desktop-window.ts', import.meta.url).href);
  const script = `import { runDesktopWindow } from ${module};
    process.exitCode = await runDesktopWindow(${JSON.stringify(electron)}, '.');`;
  const parameters = ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', script];
  return spawn(process.execPath, parameters, { stdio: 'ignore' });
}
