import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDesktop } from './open-desktop.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stratbox-open-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A program in Electron's place. */
function program(lines: string): string {
  const path = join(folder, 'electron');
  writeFileSync(path, `#!/bin/sh\n${lines}\n`, { mode: 0o755 });
  return path;
}

describe.runIf(process.platform !== 'win32')('the desktop window', () => {
  it('is given the checkout, and its end is the end', async () => {
    const told = join(folder, 'told');
    expect(await openDesktop(program(`echo "$#:$1" > ${told}`), '/checkout')).toBe(0);
    expect(readFileSync(told, 'utf8')).toBe('1:/checkout\n');
  });

  it.each(['exit 1', 'kill -TRAP $$'])('that ends with "%s" at once did not open', async (end) => {
    expect(await openDesktop(program(end), '.')).toBeUndefined();
  });

  it('whose program is no program did not open', async () => {
    expect(await openDesktop(join(folder, 'nothing'), '.')).toBeUndefined();
  });

  it('hears of a first signal, in order to close, and is ended by a second', async () => {
    const heard = join(folder, 'heard');
    const ready = join(folder, 'ready');
    const electron = program(
      `trap 'echo heard >> ${heard}' TERM\ntouch ${ready}\nwhile :; do sleep 0.05; done`,
    );
    const starter = startApart(electron);
    const exited = new Promise((resolve) => starter.once('exit', resolve));
    await expect.poll(() => existsSync(ready)).toBe(true);
    starter.kill('SIGTERM');
    await expect.poll(() => existsSync(heard)).toBe(true);
    expect(starter.exitCode).toBeNull();
    starter.kill('SIGTERM');
    expect(await exited).toBe(0);
    expect(readFileSync(heard, 'utf8')).toBe('heard\n');
  });
});

/** Runs `openDesktop` in a process of its own, which can be sent signals. */
function startApart(electron: string): ChildProcess {
  const module = JSON.stringify(new URL('./open-desktop.ts', import.meta.url).href);
  const script = `import { openDesktop } from ${module};
    process.exitCode = await openDesktop(${JSON.stringify(electron)}, '.');`;
  const parameters = ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', script];
  return spawn(process.execPath, parameters, { stdio: 'ignore' });
}
