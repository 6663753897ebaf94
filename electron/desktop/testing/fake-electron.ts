import { EventEmitter } from 'node:events';
import { vi } from 'vitest';

// A small stand-in for the parts of Electron that the desktop host uses. It keeps what it was told
// and fires the events a test asks for; it decides nothing.

export class FakeWebContents extends EventEmitter {
  readonly mainFrame = { parent: null, origin: 'app://stratbox' };
  readonly send = vi.fn();
  readonly reload = vi.fn();
  windowOpenHandler: (() => { action: string }) | undefined;
  setWindowOpenHandler(handler: () => { action: string }): void {
    this.windowOpenHandler = handler;
  }
}

export class FakeBrowserWindow extends EventEmitter {
  static all: FakeBrowserWindow[] = [];
  static getAllWindows = () => FakeBrowserWindow.all;
  readonly webContents = new FakeWebContents();
  readonly options: Record<string, unknown>;
  readonly loadURL = vi.fn(async () => undefined);
  readonly show = vi.fn();
  readonly focus = vi.fn();
  readonly restore = vi.fn();
  readonly maximize = vi.fn();
  destroyed = false;
  minimized = false;
  maximized = false;
  normalBounds = { x: 10, y: 20, width: 1200, height: 800 };

  constructor(options: Record<string, unknown>) {
    super();
    this.options = options;
    FakeBrowserWindow.all.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }
  isDestroyed = () => this.destroyed;
  isMinimized = () => this.minimized;
  isMaximized = () => this.maximized;
  getNormalBounds = () => this.normalBounds;
}

class FakeApp extends EventEmitter {
  isPackaged = true;
  hasLock = true;
  userData = '';
  readonly exit = vi.fn();
  readonly setPath = vi.fn();
  /** As Electron does: asks the listeners, each of which may prevent it. */
  readonly quit = vi.fn(() => {
    let prevented = false;
    this.emit('will-quit', { preventDefault: () => (prevented = true) });
    this.ended = !prevented;
  });
  ended = false;
  requestSingleInstanceLock = () => this.hasLock;
  whenReady = async () => undefined;
  getPath = () => this.userData;
}

type Handler = (...args: unknown[]) => unknown;

export const app = new FakeApp();
export const BrowserWindow = FakeBrowserWindow;
export const ipcMain = {
  handlers: new Map<string, Handler>(),
  handle: (channel: string, handler: Handler) => void ipcMain.handlers.set(channel, handler),
};
export const protocol = {
  handlers: new Map<string, (request: Request) => Promise<Response>>(),
  registerSchemesAsPrivileged: vi.fn(),
  handle: (scheme: string, handler: (request: Request) => Promise<Response>) =>
    void protocol.handlers.set(scheme, handler),
};
export const session = {
  defaultSession: {
    setPermissionRequestHandler: vi.fn(),
    setPermissionCheckHandler: vi.fn(),
    setDevicePermissionHandler: vi.fn(),
    setSpellCheckerEnabled: vi.fn(),
    webRequest: { onBeforeRequest: vi.fn() },
  },
};
export const screen = {
  workAreas: [{ x: 0, y: 0, width: 1920, height: 1080 }],
  getAllDisplays: () => screen.workAreas.map((workArea) => ({ workArea })),
};
export const Menu = {
  buildFromTemplate: (template: unknown) => template,
  setApplicationMenu: vi.fn(),
};
export const dialog = {
  showOpenDialog: vi.fn(),
  showSaveDialog: vi.fn(),
  showMessageBox: vi.fn(),
  showErrorBox: vi.fn(),
};
export const contextBridge = {
  exposed: new Map<string, unknown>(),
  exposeInMainWorld: (name: string, api: unknown) => void contextBridge.exposed.set(name, api),
};
export const ipcRenderer = { invoke: vi.fn(), on: vi.fn(), off: vi.fn() };

/** A new life for every test. */
export function resetFakeElectron(): void {
  vi.clearAllMocks();
  app.removeAllListeners();
  Object.assign(app, { isPackaged: true, hasLock: true, ended: false });
  FakeBrowserWindow.all = [];
  ipcMain.handlers.clear();
  protocol.handlers.clear();
}
