import type { App, Session } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { denyNavigation, denyPermissions } from './permissions.ts';
import { app, FakeWebContents, resetFakeElectron, session } from './testing/fake-electron.ts';

const { defaultSession } = session;
beforeEach(resetFakeElectron);

describe('permissions', () => {
  beforeEach(() => denyPermissions(defaultSession as unknown as Session));
  const ask = (permission: string) => {
    const decide = vi.fn();
    const handler = defaultSession.setPermissionRequestHandler.mock.calls[0]?.[0] as (
      ...args: unknown[]
    ) => void;
    handler({}, permission, decide);
    const check = defaultSession.setPermissionCheckHandler.mock.calls[0]?.[0] as (
      ...args: unknown[]
    ) => boolean;
    return [decide.mock.calls[0]?.[0] as boolean, check({}, permission)];
  };

  it.each([
    ...['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal', 'fileSystem'],
    ...['hid', 'usb', 'serial', 'midiSysex', 'display-capture', 'fullscreen', 'unknown'],
  ])('%s is denied, asked or checked', (permission) => {
    expect(ask(permission)).toEqual([false, false]);
  });

  it('lets a person copy text', () => {
    expect(ask('clipboard-sanitized-write')).toEqual([true, true]);
  });

  it('gives no device', () => {
    const handler = defaultSession.setDevicePermissionHandler.mock.calls[0]?.[0] as () => boolean;
    expect(handler()).toBe(false);
  });

  it.each([
    ['app://stratbox/index.html', false],
    ['blob:app://stratbox/1b9d', false],
    ['data:image/png;base64,AA', false],
    ['https://evil.example/', true],
    ['http://127.0.0.1:80/', true],
    ['ws://evil.example/', true],
    ['wss://evil.example/', true],
    ['file:///etc/passwd', true],
    ['ftp://evil.example/', true],
  ])('for %s, cancelled: %s', (url, cancel) => {
    const [filter, handler] = defaultSession.webRequest.onBeforeRequest.mock.calls[0] as [
      { urls: string[] },
      (details: object, decide: (answer: object) => void) => void,
    ];
    expect(filter.urls).toEqual(['<all_urls>']);
    const decide = vi.fn();
    handler({ url }, decide);
    expect(decide).toHaveBeenCalledExactlyOnceWith({ cancel });
  });
});

describe('every page', () => {
  let contents: FakeWebContents;
  beforeEach(() => {
    denyNavigation(app as unknown as App);
    contents = new FakeWebContents();
    app.emit('web-contents-created', {}, contents);
  });

  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])(
    'is stopped at %s',
    (event) => {
      const preventDefault = vi.fn();
      contents.emit(event, { preventDefault, url: 'https://evil.example' });
      expect(preventDefault).toHaveBeenCalledOnce();
    },
  );

  it('opens no window', () => {
    expect(contents.windowOpenHandler?.()).toEqual({ action: 'deny' });
  });
});
