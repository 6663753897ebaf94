import { BrowserWindow, screen, type BrowserWindowConstructorOptions } from 'electron';
import { pageAddress } from './page-address.ts';
import {
  fitToDisplays,
  minimumSize,
  readWindowState,
  writeWindowState,
  type WindowState,
} from './window-state.ts';

interface Options {
  /** The built preload script. */
  readonly preload: string;
  /** Where the window's size and place are kept. */
  readonly stateFile: string;
  /** Developer tools are for checkouts; a packaged app has none. */
  readonly devTools: boolean;
}

/** The workbench's window where it was left, shown when its first frame is drawn. */
export function openWindow({ preload, stateFile, devTools }: Options): BrowserWindow {
  const workAreas = screen.getAllDisplays().map((display) => display.workArea);
  const { isMaximized, ...bounds } = fitToDisplays(readWindowState(stateFile), workAreas);
  const window = new BrowserWindow({
    ...bounds,
    minWidth: minimumSize.width,
    minHeight: minimumSize.height,
    title: 'Stratbox',
    show: false,
    backgroundColor: '#16181d',
    webPreferences: webPreferences(preload, devTools),
  });
  window.once('ready-to-show', () => {
    if (isMaximized) window.maximize();
    window.show();
  });
  window.on('close', () => writeWindowState(stateFile, currentState(window)));
  // A page that crashed is loaded again: runs go on in the app, and edits are kept as drafts.
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit' && !window.isDestroyed()) window.webContents.reload();
  });
  void window.loadURL(pageAddress);
  return window;
}

/** Spelled out although most are defaults: what the page cannot do must not depend on a version. */
function webPreferences(
  preload: string,
  devTools: boolean,
): NonNullable<BrowserWindowConstructorOptions['webPreferences']> {
  return {
    preload,
    devTools,
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
  };
}

function currentState(window: BrowserWindow): WindowState {
  return { ...window.getNormalBounds(), isMaximized: window.isMaximized() };
}
