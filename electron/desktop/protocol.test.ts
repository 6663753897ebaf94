import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { registerPageScheme, servePages } from './protocol.ts';
import { protocol } from './testing/fake-electron.ts';

vi.mock('electron', () => import('./testing/fake-electron.ts'));

const parent = mkdtempSync(join(tmpdir(), 'stratbox-protocol-'));
beforeAll(() => {
  const pages = join(parent, 'renderer');
  mkdirSync(pages);
  writeFileSync(join(parent, 'secret.js'), 'secret');
  writeFileSync(join(pages, 'index.html'), 'window');
  servePages(pages);
});
afterAll(() => rmSync(parent, { recursive: true }));

// A plain object, for the class Request would tidy the address up before the handler sees it.
const get = async (url: string, method = 'GET') => {
  const response = await protocol.handlers.get('app')?.({ url, method } as Request);
  if (response === undefined) throw new Error('Nothing handles app://');
  return response;
};

it('gives the scheme an origin, without any right beyond that of https:', () => {
  registerPageScheme();
  expect(protocol.registerSchemesAsPrivileged).toHaveBeenCalledExactlyOnceWith([
    {
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
});

it('serves the page with its policy', async () => {
  const response = await get('app://stratbox/index.html?theme=dark#top');
  expect(response.status).toBe(200);
  expect(await response.text()).toBe('window');
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(response.headers.get('content-security-policy')).toContain("script-src 'self';");
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
});

it.each([
  'app://stratbox/../secret.js',
  'app://stratbox/..%2fsecret.js',
  'app://stratbox/%2e%2e/secret.js',
  'app://stratbox/..\\secret.js',
  'app://stratbox//secret.js',
  'app://stratbox',
  'app://evil/index.html',
  'app://stratbox:80/index.html',
  'app://user@stratbox/index.html',
  'file:///etc/passwd',
])('serves nothing for %s', async (url) => {
  const response = await get(url);
  expect(response.status).toBe(404);
  expect(await response.text()).not.toContain('secret');
});

it('answers GET only', async () => {
  expect((await get('app://stratbox/index.html', 'POST')).status).toBe(404);
});
