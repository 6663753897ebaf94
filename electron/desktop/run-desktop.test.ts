import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '../../shared/contract/errors.ts';
import type { App, EventListener } from '../app/services.ts';
import { runDesktop } from './run-desktop.ts';
import {
  app,
  dialog,
  FakeBrowserWindow,
  ipcMain,
  protocol,
  resetFakeElectron,
  session,
} from './testing/fake-electron.ts';

vi.mock('electron', () => import('./testing/fake-electron.ts'));

let tell: EventListener = () => undefined;
const close = vi.fn(async () => undefined);
const stratbox = {
  dispatch: vi.fn(),
  subscribe: (listener: EventListener) => {
    tell = listener;
    return () => true;
  },
  close,
} as unknown as App;

beforeEach(() => {
  resetFakeElectron();
  app.userData = mkdtempSync(join(tmpdir(), 'stratbox-desktop-'));
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(app.userData, { recursive: true });
});

const start = (openApp = async () => stratbox) =>
  runDesktop({ openApp, pages: 'pages', preload: 'preload.cjs' });
const onlyWindow = () => {
  expect(FakeBrowserWindow.all).toHaveLength(1);
  return FakeBrowserWindow.all[0] as FakeBrowserWindow;
};

describe('the window', () => {
  it('shows our page, isolated and sandboxed', async () => {
    await start();
    const window = onlyWindow();
    expect(window.loadURL).toHaveBeenCalledExactlyOnceWith('app://stratbox/index.html');
    expect(window.options['webPreferences']).toEqual({
      preload: 'preload.cjs',
      devTools: false,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      navigateOnDragDrop: false,
      plugins: false,
      spellcheck: false,
      webviewTag: false,
    });
  });

  it('is behind every guard before it is opened', async () => {
    const guards: unknown[] = [];
    app.on('web-contents-created', () =>
      guards.push(
        protocol.registerSchemesAsPrivileged.mock.calls.length,
        session.defaultSession.setPermissionRequestHandler.mock.calls.length,
        protocol.handlers.has('app'),
        ipcMain.handlers.has('stratbox:request'),
      ),
    );
    await start();
    expect(guards).toEqual([1, 1, true, true]);
    expect(onlyWindow().webContents.windowOpenHandler?.()).toEqual({ action: 'deny' });
  });

  it('appears when it has something to show', async () => {
    await start();
    const window = onlyWindow();
    expect(window.options['show']).toBe(false);
    expect(window.show).not.toHaveBeenCalled();
    window.emit('ready-to-show');
    expect(window.show).toHaveBeenCalledOnce();
  });

  it('comes back as it was left', async () => {
    await start();
    const first = onlyWindow();
    first.maximized = true;
    first.emit('close');
    expect(JSON.parse(readFileSync(join(app.userData, 'window.json'), 'utf8'))).toEqual({
      ...first.normalBounds,
      isMaximized: true,
    });
    resetFakeElectron();
    await start();
    const second = onlyWindow();
    expect(second.options).toMatchObject(first.normalBounds);
    second.emit('ready-to-show');
    expect(second.maximize).toHaveBeenCalledOnce();
  });

  it('hears of events', async () => {
    await start();
    tell('history.changed', {});
    expect(onlyWindow().webContents.send).toHaveBeenCalledExactlyOnceWith(
      'stratbox:event',
      'history.changed',
      {},
    );
  });

  it('is loaded again after a crash, not after an orderly end', async () => {
    await start();
    const { webContents } = onlyWindow();
    webContents.emit('render-process-gone', {}, { reason: 'clean-exit' });
    expect(webContents.reload).not.toHaveBeenCalled();
    webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    expect(webContents.reload).toHaveBeenCalledOnce();
  });
});

describe('a second start', () => {
  it('ends at once without opening the data', async () => {
    app.hasLock = false;
    const openApp = vi.fn(async () => stratbox);
    await start(openApp);
    expect(app.quit).toHaveBeenCalledOnce();
    expect(openApp).not.toHaveBeenCalled();
    expect(FakeBrowserWindow.all).toEqual([]);
  });

  it('brings the first one forward', async () => {
    await start();
    const window = onlyWindow();
    window.minimized = true;
    app.emit('second-instance');
    expect(window.restore).toHaveBeenCalledOnce();
    expect(window.focus).toHaveBeenCalledOnce();
    expect(FakeBrowserWindow.all).toHaveLength(1);
  });
});

describe('quitting', () => {
  it('closes the app first', async () => {
    await start();
    app.quit();
    expect(app.ended).toBe(false);
    expect(close).toHaveBeenCalledOnce();
    await expect.poll(() => app.ended).toBe(true);
    expect(close).toHaveBeenCalledOnce();
  });

  it('waits no longer than five seconds', async () => {
    await start();
    vi.useFakeTimers();
    close.mockReturnValueOnce(new Promise(() => undefined));
    app.quit();
    await vi.advanceTimersByTimeAsync(4900);
    app.quit();
    expect(app.ended).toBe(false);
    await vi.advanceTimersByTimeAsync(200);
    expect(app.ended).toBe(true);
    expect(close).toHaveBeenCalledOnce();
  });

  it('ends even when closing fails', async () => {
    await start();
    close.mockRejectedValueOnce(new Error('the engine is gone'));
    app.quit();
    await expect.poll(() => app.ended).toBe(true);
  });
});

it('says why it cannot start, without a stack trace, and ends', async () => {
  await start(async () => {
    throw new AppError('internal', 'The store is damaged.', 'Move it away.');
  });
  expect(dialog.showErrorBox).toHaveBeenCalledExactlyOnceWith(
    'Stratbox cannot start',
    'The store is damaged.\n\nMove it away.',
  );
  expect(app.exit).toHaveBeenCalledExactlyOnceWith(1);
  expect(FakeBrowserWindow.all).toEqual([]);
});
