import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { app, protocol, resetFakeElectron } from './testing/fake-electron.ts';

vi.mock('electron', () => import('./testing/fake-electron.ts'));

let home: string;
beforeEach(() => {
  resetFakeElectron();
  home = mkdtempSync(join(tmpdir(), 'stratbox-main-'));
  vi.stubEnv('STRATBOX_HOME', home);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true });
});

it('has done what must be done before Electron is ready, and then lets it become ready', async () => {
  // As in Electron: not before the program's module has been evaluated to its end.
  vi.spyOn(app, 'whenReady').mockReturnValue(new Promise(() => undefined));
  await import('./main.ts');
  expect(protocol.registerSchemesAsPrivileged).toHaveBeenCalledOnce();
  const userData = join(home, 'window');
  expect(app.setPath).toHaveBeenCalledExactlyOnceWith('userData', userData);
  expect(existsSync(userData)).toBe(true);
});
