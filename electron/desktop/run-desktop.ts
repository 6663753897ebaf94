import type { CommandId } from '../../shared/contract/commands.ts';
import { app, BrowserWindow, dialog, Menu, session } from 'electron';
import { join } from 'node:path';
import { AppError } from '../../shared/contract/errors.ts';
import type { App } from '../app/services.ts';
import { answerRequests, sendEvent } from './ipc.ts';
import { menuTemplate } from './menu.ts';
import { denyNavigation, denyPermissions } from './permissions.ts';
import { registerPageScheme, servePages } from './protocol.ts';
import { quitInOrder } from './quit.ts';
import { openWindow } from './window.ts';

interface Options {
  /** Opens the app; called once, when Electron is ready. */
  readonly openApp: (currentWindow: () => BrowserWindow | undefined) => Promise<App>;
  /** The folder of the built window. */
  readonly pages: string;
  /** The built preload script. */
  readonly preload: string;
}

/** The desktop host, from the first line to the last: one app, one window, one instance. */
export async function runDesktop({ openApp, pages, preload }: Options): Promise<void> {
  // A second start shows the window of the first one; the data belongs to one process at a time.
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  let window: BrowserWindow | undefined;
  const currentWindow = () => window;
  app.on('second-instance', () => showWindow(window));

  registerPageScheme();
  denyNavigation(app);
  await app.whenReady();
  denyPermissions(session.defaultSession);
  servePages(pages);

  const stratbox = await openApp(currentWindow).catch(cannotStart);
  if (stratbox === undefined) return;
  quitInOrder(app, () => stratbox.close());
  answerRequests(currentWindow, stratbox.dispatch);
  stratbox.subscribe((name, payload) => sendEvent(window, name, payload));

  const devTools = !app.isPackaged;
  const stateFile = join(app.getPath('userData'), 'window.json');
  const open = () => {
    window = openWindow({ preload, stateFile, devTools });
    window.once('closed', () => (window = undefined));
  };
  const choose = (command: CommandId) => {
    showWindow(window);
    sendEvent(window, 'menu.commandChosen', { command });
  };
  const isMac = process.platform === 'darwin';
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate({ isMac, devTools, choose })));
  open();

  // On a Mac an app outlives its window, and a click in the dock opens another one.
  app.on('window-all-closed', () => {
    if (!isMac) app.quit();
  });
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) open();
  });
}

function showWindow(window: BrowserWindow | undefined): void {
  if (window?.isMinimized()) window.restore();
  window?.focus();
}

function cannotStart(error: unknown): undefined {
  const message = error instanceof Error ? error.message : String(error);
  const hint =
    error instanceof AppError ? error.hint : 'Start it again; if it happens again, report it.';
  dialog.showErrorBox('Stratbox cannot start', `${message}\n\n${hint}`);
  app.exit(1);
}
