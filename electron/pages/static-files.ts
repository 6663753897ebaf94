import { realpathSync, statSync } from 'node:fs';
import { extname, join, sep } from 'node:path';

export interface StaticFile {
  readonly path: string;
  readonly mediaType: string;
  /** Changes with the file's content. */
  readonly entityTag: string;
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

/**
 * A file name as a bundler writes it. Everything an attack needs is not one: an empty name, a
 * leading dot (so `..` too), a slash or backslash that was escaped, a colon, a NUL.
 */
const plainName = /^[\w@~][\w.@~+-]*$/;

/**
 * The file that a URL's path means inside `folder`, `/` being index.html; undefined for anything
 * that is not a plain file of a known type beneath the folder, links that lead out of it included.
 */
export function findStaticFile(folder: string, urlPath: string): StaticFile | undefined {
  const names = decodeNames(urlPath === '/' ? '/index.html' : urlPath);
  if (names === undefined) return undefined;
  const path = join(folder, ...names);
  const mediaType = mediaTypes[extname(path)];
  const stats = statSync(path, { throwIfNoEntry: false });
  if (mediaType === undefined || !stats?.isFile()) return undefined;
  if (!realpathSync(path).startsWith(realpathSync(folder) + sep)) return undefined;
  const entityTag = `"${stats.size.toString(16)}-${Math.round(stats.mtimeMs).toString(16)}"`;
  return { path, mediaType, entityTag };
}

function decodeNames(urlPath: string): string[] | undefined {
  if (!urlPath.startsWith('/')) return undefined;
  try {
    const names = urlPath.slice(1).split('/').map(decodeURIComponent);
    return names.every((name) => plainName.test(name)) ? names : undefined;
  } catch {
    // A broken %-escape names no file.
    return undefined;
  }
}
