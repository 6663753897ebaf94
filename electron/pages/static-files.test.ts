import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { findStaticFile } from './static-files.ts';

const parent = mkdtempSync(join(tmpdir(), 'stratbox-pages-'));
const folder = join(parent, 'renderer');
mkdirSync(join(folder, 'assets'), { recursive: true });
writeFileSync(join(parent, 'outside.js'), '');
for (const name of ['index.html', 'assets/a-B_1.js', 'assets/x.unknown', '.built', '.env.js']) {
  writeFileSync(join(folder, name), name);
}
symlinkSync(join(parent, 'outside.js'), join(folder, 'assets', 'link.js'));
afterAll(() => rmSync(parent, { recursive: true }));

it('finds the page and its files, with their types', () => {
  expect(findStaticFile(folder, '/')).toMatchObject({
    path: join(folder, 'index.html'),
    mediaType: 'text/html; charset=utf-8',
  });
  expect(findStaticFile(folder, '/assets/a-B_1.js')).toMatchObject({
    path: join(folder, 'assets', 'a-B_1.js'),
    mediaType: 'text/javascript; charset=utf-8',
  });
  expect(findStaticFile(folder, '/assets/a%2DB_1.js')).toBeDefined();
});

it('gives a file another tag when it changes', () => {
  const before = findStaticFile(folder, '/')?.entityTag;
  writeFileSync(join(folder, 'index.html'), 'something longer');
  expect(findStaticFile(folder, '/')?.entityTag).not.toBe(before);
});

it.each([
  '',
  'index.html',
  '/missing.js',
  '/assets',
  '/assets/',
  '/assets/x.unknown',
  '/assets/link.js',
  '/.built',
  '/.env.js',
  '/../outside.js',
  '/%2e%2e/outside.js',
  '/..%2foutside.js',
  '/..%5coutside.js',
  '/assets/../../outside.js',
  '//outside.js',
  '/C:/outside.js',
  '/index.html%00',
  '/%ff.js',
  '/%',
])('finds nothing for "%s"', (path) => {
  expect(findStaticFile(folder, path)).toBeUndefined();
});
