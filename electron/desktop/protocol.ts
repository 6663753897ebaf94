import { protocol } from 'electron';
import { readFile } from 'node:fs/promises';
import { pageHeaders } from '../pages/content-security-policy.ts';
import { findStaticFile } from '../pages/static-files.ts';
import { pageOrigin, pageScheme } from './page-address.ts';

/** Makes app:// a scheme with origins, like https:. To be called before the app is ready. */
export function registerPageScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme: pageScheme, privileges }]);
}

/** Serves the files of `folder`, the built window, as app://stratbox/…, and nothing else. */
export function servePages(folder: string): void {
  protocol.handle(pageScheme, async ({ url, method }) => {
    const { origin, path } = splitAddress(url);
    const file = origin === pageOrigin && method === 'GET' && findStaticFile(folder, path);
    if (!file) return new Response('There is no such page.', { status: 404, headers: pageHeaders });
    const content = await readFile(file.path);
    return new Response(content, { headers: { ...pageHeaders, 'Content-Type': file.mediaType } });
  });
}

/** Taken from the text itself: a URL parser would resolve escapes before they can be refused. */
function splitAddress(url: string): { origin: string; path: string } {
  const [, origin = '', path = ''] = /^([a-z]+:\/\/[^/?#]*)([^?#]*)/.exec(url) ?? [];
  return { origin, path };
}
