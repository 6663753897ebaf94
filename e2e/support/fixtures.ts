import { _electron, chromium, test as base, type Page } from '@playwright/test';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { containersOf } from '../../electron/app/testing/stratbox-containers.ts';
import { Workbench } from '../pages/workbench.ts';
import { startWeb } from './start-web.ts';

const require = createRequire(import.meta.url);

/** The Electron runtime's program, where it was installed or downloaded; else undefined. */
function electronProgram(): string | undefined {
  const folder = dirname(require.resolve('electron/package.json'));
  const names = ['electron', 'electron.exe', 'Electron.app/Contents/MacOS/Electron'];
  return names.map((name) => join(folder, 'dist', name)).find((path) => existsSync(path));
}

/** How many times slower the window's own work is made, to prove that no spec counts on a fast one. */
const slowdown = Number(process.env['STRATBOX_E2E_SLOWDOWN'] ?? 1);

const systemChromium = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find(existsSync);

interface Fixtures {
  /** An empty data folder that is deleted afterwards. */
  home: string;
  /** Extra environment of the app; a spec may override it with `test.use`. */
  environment: Record<string, string>;
  /** The process of the app behind the window. */
  host: { processId?: number | undefined };
  /** The containers that this app has in the engine, by id. */
  containers: () => string[];
  /** The window: Electron's own where its runtime is present, web mode in Chromium otherwise. */
  page: Page;
  workbench: Workbench;
}

export const test = base.extend<Fixtures>({
  environment: [{}, { option: true }],

  // Playwright reads a fixture's needs from this pattern; this one has none.
  home: async ({}, use) => {
    const home = mkdtempSync(join(tmpdir(), 'stratbox-e2e-'));
    await use(home);
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  },

  host: async ({}, use) => use({}),

  containers: async ({ host }, use) => use(() => containersOf(host.processId ?? 0)),

  page: async ({ home, environment, viewport, host }, use) => {
    const size = viewport ?? { width: 1440, height: 900 };
    const program = process.env['STRATBOX_E2E_HOST'] === 'web' ? undefined : electronProgram();
    if (program !== undefined) {
      const desktop = await _electron.launch({
        executablePath: program,
        args: ['.', '--no-sandbox'],
        env: { ...(process.env as Record<string, string>), ...environment, STRATBOX_HOME: home },
      });
      host.processId = desktop.process().pid;
      const window = await desktop.firstWindow();
      await window.setViewportSize(size);
      await use(window);
      await desktop.close();
      return;
    }
    const web = await startWeb(home, environment);
    host.processId = web.processId;
    const browser = await chromium.launch({
      ...(systemChromium === undefined ? {} : { executablePath: systemChromium }),
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    });
    const context = await browser.newContext({ viewport: size, acceptDownloads: true });
    const page = await context.newPage();
    if (slowdown > 1) {
      const tools = await context.newCDPSession(page);
      await tools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    }
    await page.goto(web.url);
    await use(page);
    await browser.close();
    await web.stop();
  },

  workbench: async ({ page }, use) => {
    const workbench = new Workbench(page);
    await workbench.ready();
    await use(workbench);
  },
});

export { expect } from '@playwright/test';
