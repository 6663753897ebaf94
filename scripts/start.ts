// npm start: opens the desktop window, or the same workbench in the browser where there is none.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt } from './build.ts';
import { projectRoot } from './build/project-root.ts';
import { hasDisplay, openInBrowser } from './start/default-browser.ts';
import { runDesktopWindow } from './start/desktop-window.ts';
import { findElectron } from './start/electron-runtime.ts';

const usage = `npm start [-- options]
  --web      open the workbench in the browser, not in a window of its own
  --no-open  only print the address
`;
const downloadLimitMilliseconds = 180_000;
const inBrowserInstead = 'opening Stratbox in the browser instead.';

interface Options {
  readonly web: boolean;
  readonly open: boolean;
}

// npm's shell may die of a signal without handing it on: then this process has another parent.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
}, 1000).unref();

const options = readOptions(process.argv.slice(2));
if (options === undefined) {
  process.stderr.write(usage);
  process.exitCode = 2;
} else {
  try {
    await start(options);
  } catch (error) {
    const { message, hint = '' } = error as { message: string; hint?: string };
    process.stderr.write(`Stratbox could not be opened. ${message} ${hint}\n`);
    process.exitCode = 1;
  }
}

async function start({ web, open }: Options): Promise<void> {
  await ensureBuilt('sandbox');
  await ensureBuilt('renderer');
  if (!web) {
    const code = await openWindow();
    if (code !== undefined) {
      process.exitCode = code;
      return;
    }
  }
  // Loaded here: with it comes the whole app, which the desktop window loads for itself.
  const { runWebHost } = await import('../electron/web/run-web-host.ts');
  await runWebHost({
    pages: join(projectRoot, 'out', 'renderer'),
    ...(open && hasDisplay() ? { onOpen: openInBrowser } : {}),
  });
}

/** Shows the desktop window and resolves with its exit code; undefined, and said so, if it cannot. */
async function openWindow(): Promise<number | undefined> {
  const program = await findElectron(downloadLimitMilliseconds);
  if (program === undefined) {
    console.error(`The Electron runtime is not here and cannot be downloaded; ${inBrowserInstead}`);
    return undefined;
  }
  if (!hasDisplay()) {
    console.error(`There is no display for the desktop window; ${inBrowserInstead}`);
    return undefined;
  }
  await ensureBuilt('desktop');
  const code = await runDesktopWindow(program, projectRoot);
  if (code === undefined) {
    console.error(`The Electron runtime is here but does not start; ${inBrowserInstead}`);
  }
  return code;
}

function readOptions(parameters: string[]): Options | undefined {
  try {
    const { values } = parseArgs({
      args: parameters,
      options: { web: { type: 'boolean' }, open: { type: 'boolean' } },
      allowNegative: true,
    });
    return { web: values.web ?? false, open: values.open ?? true };
  } catch {
    // An option that does not exist: the usage is the answer.
    return undefined;
  }
}
