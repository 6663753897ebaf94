import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { canDownload, downloadRuntime, findRuntime } from './electron-runtime.ts';

let modules: string;
let electron: string;
beforeEach(() => {
  modules = mkdtempSync(join(tmpdir(), 'stratbox-runtime-'));
  electron = join(modules, 'electron');
  mkdirSync(join(electron, 'dist'), { recursive: true });
});
afterEach(() => rmSync(modules, { recursive: true }));

describe('the runtime', () => {
  it('is not here with the package alone, nor when it was not unpacked to the end', () => {
    expect(findRuntime(modules, {})).toBeUndefined();
    writeFileSync(join(electron, 'dist', 'electron'), '');
    expect(findRuntime(modules, {})).toBeUndefined();
  });

  it('is where the package says', () => {
    writeFileSync(join(electron, 'path.txt'), 'electron');
    expect(findRuntime(modules, {})).toBeUndefined();
    writeFileSync(join(electron, 'dist', 'electron'), '');
    expect(findRuntime(modules, {})).toBe(join(electron, 'dist', 'electron'));
  });

  it('may be another one, in a folder that is named', () => {
    const chosen = { ELECTRON_OVERRIDE_DIST_PATH: join(modules, 'own') };
    expect(findRuntime(modules, chosen)).toBeUndefined();
    mkdirSync(join(modules, 'own'));
    writeFileSync(join(modules, 'own', 'electron'), '');
    expect(findRuntime(modules, chosen)).toBe(join(modules, 'own', 'electron'));
  });

  it('is downloaded by the installer of the package', async () => {
    const install = (text: string) => writeFileSync(join(electron, 'install.js'), text);
    install('console.error("no network"); process.exit(1);');
    expect(await downloadRuntime(modules)).toBeUndefined();
    const folder = JSON.stringify(electron);
    install(`const fs = require('fs');
      fs.writeFileSync(${folder} + '/dist/electron', '');
      fs.writeFileSync(${folder} + '/path.txt', 'electron');`);
    expect(await downloadRuntime(modules)).toBe(join(electron, 'dist', 'electron'));
  });
});

describe('a download', () => {
  it.each([
    [302, true],
    [404, true],
    [403, false],
    [503, false],
  ])('from a place that answers %i: %s', async (status, expected) => {
    const server = createServer((_request, response) => response.writeHead(status).end());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    expect(await canDownload({ ELECTRON_MIRROR: `http://127.0.0.1:${port}/` })).toBe(expected);
    server.close();
  });

  it('from a place that is not there, or through a proxy', async () => {
    expect(await canDownload({ ELECTRON_MIRROR: 'http://127.0.0.1:9/' })).toBe(false);
    expect(await canDownload({ HTTPS_PROXY: 'http://127.0.0.1:9' })).toBe(true);
  });
});
