import type { App, Session, WebContents } from 'electron';

/** Copying a text that the analyst chose to copy; reading the clipboard is not it. */
const grantedPermission = 'clipboard-sanitized-write';

/** Every way out of the page, for the window's own session. The page is served by app:// alone. */
const networkAddresses = [
  'http://*/*',
  'https://*/*',
  'ws://*/*',
  'wss://*/*',
  'ftp://*/*',
  'file:///*',
];

/** Denies what a page could ask of the system, and keeps the session off the network. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, decide) =>
    decide(permission === grantedPermission),
  );
  session.setPermissionCheckHandler((_contents, permission) => permission === grantedPermission);
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest({ urls: networkAddresses }, (_details, decide) =>
    decide({ cancel: true }),
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
