import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The app in web mode, on its own data folder. */
export async function startWeb(home: string, environment: Record<string, string> = {}) {
  const app = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'electron/web/main.ts'],
    {
      cwd: root,
      env: { ...process.env, ...environment, STRATBOX_HOME: home },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  return {
    url: await addressOf(app),
    processId: app.pid,
    stop: () => stop(app),
    /** For specs about an app that hangs or dies. */
    signal: (name: NodeJS.Signals) => app.kill(name),
  };
}

function addressOf(app: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const read = (piece: Buffer) => {
      text += piece.toString();
      const address = /http:\/\/127\.0\.0\.1:\d+\/\?token=\S+/.exec(text)?.[0];
      if (address !== undefined) resolve(address);
    };
    app.stdout?.on('data', read);
    app.stderr?.on('data', read);
    app.once('exit', (code) => reject(new Error(`Web mode ended with ${code}: ${text}`)));
  });
}

async function stop(app: ChildProcess): Promise<void> {
  if (app.exitCode !== null || app.signalCode !== null) return;
  const exited = new Promise((resolve) => app.once('exit', resolve));
  app.kill('SIGTERM');
  await exited;
}
