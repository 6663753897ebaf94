import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { electronProgramName, findElectron } from './electron-runtime.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stratbox-runtime-'));
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

describe("another folder for Electron's runtime", () => {
  it('is looked into', async () => {
    const program = join(folder, electronProgramName() ?? '');
    mkdirSync(dirname(program), { recursive: true });
    writeFileSync(program, '');
    expect(await findElectron(1)).toBe(program);
  });

  it('that has none in it is not filled by a download', async () => {
    expect(await findElectron(1)).toBeUndefined();
  });
});

it('names no program for a platform that Electron does not come for', () => {
  expect(electronProgramName('aix')).toBeUndefined();
});
