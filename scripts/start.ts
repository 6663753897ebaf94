// npm start: builds what is out of date, then opens the desktop window, or the same workbench in the
// browser where there can be no window.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { targets, type TargetName } from './build/targets.ts';
import { ensureBuilt } from './build.ts';
import { projectRoot } from './build/project-root.ts';
import { chooseHost, inBrowserInstead } from './start/choose-host.ts';
import { canDownload, downloadRuntime, findRuntime } from './start/electron-runtime.ts';
import { hasDisplay } from './start/has-display.ts';
import { openBrowser } from './start/open-browser.ts';
import { openDesktop } from './start/open-desktop.ts';

const usage = `npm start [-- options]
  --web      open the workbench in the browser, not in a window of its own
  --no-open  only print the address
`;
const modules = join(projectRoot, 'node_modules');

endWithParent();
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

async function start({ web, open }: { web: boolean; open: boolean }): Promise<void> {
  const choice = await chooseHost({
    webWanted: web,
    hasDisplay: hasDisplay(),
    isLinuxRoot: process.platform === 'linux' && process.getuid?.() === 0,
    findRuntime: () => findRuntime(modules),
    canDownload,
    download: () => {
      console.error('Downloading the Electron runtime (about 110 MB, only this once) …');
      return downloadRuntime(modules);
    },
  });
  await build('sandbox', 'renderer');
  if (choice.host === 'desktop') {
    await build('desktop');
    const exitCode = await openDesktop(choice.program, projectRoot);
    if (exitCode !== undefined) {
      process.exitCode = exitCode;
      return;
    }
    console.error(`The Electron runtime is here but does not start; ${inBrowserInstead}`);
  } else if (choice.reason !== '') console.error(choice.reason);

  // Loaded here: with it comes the whole app, which the desktop window loads for itself.
  const { runWebHost } = await import('../electron/web/run-web-host.ts');
  await runWebHost({
    pages: join(projectRoot, 'out', 'renderer'),
    ...(open && hasDisplay() ? { onOpen: openBrowser } : {}),
  });
}

async function build(...names: TargetName[]): Promise<void> {
  for (const name of names) {
    await ensureBuilt(name, () => console.error(`Building ${targets[name].output} …`));
  }
}

function readOptions(parameters: string[]): { web: boolean; open: boolean } | undefined {
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

/** npm's shell may die of a signal without handing it on: then this process has another parent. */
function endWithParent(): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
  }, 1000).unref();
}
