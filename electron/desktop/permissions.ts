import type { App, Session, WebContents } from 'electron';

/** Copying a text that the analyst chose to copy; reading the clipboard is not it. */
const grantedPermission = 'clipboard-sanitized-write';

/** Where a page's files may come from; developer tools, in a checkout, are pages of their own. */
const ownProtocols: ReadonlySet<string> = new Set(['app:', 'blob:', 'data:', 'devtools:']);

/** Denies what a page could ask of the system, and keeps the session off the network. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, decide) =>
    decide(permission === grantedPermission),
  );
  session.setPermissionCheckHandler((_contents, permission) => permission === grantedPermission);
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest({ urls: ['<all_urls>'] }, ({ url }, decide) =>
    decide({ cancel: !ownProtocols.has(new URL(url).protocol) }),
  );
}

/** Keeps every page that the app ever shows where it is: no navigation, no new window, no webview. */
export function denyNavigation(app: App): void {
  app.on('web-contents-created', (_event, contents: WebContents) => {
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}
