// A container engine for the tests, where none answers: `node scripts/engine.ts start`, and `stop PIDFILE`.
import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { diagnose } from '../electron/app/sandbox/docker/doctor.ts';
import { isInstalled, thisMachine } from '../electron/app/sandbox/docker/machine.ts';

/** Where the engine shall listen: where DOCKER_HOST makes everything look, or the default socket. */
const dockerHost = process.env['DOCKER_HOST'] ?? '';
const socket = dockerHost.startsWith('unix://') ? dockerHost : 'unix:///var/run/docker.sock';
const startMilliseconds = 30_000;
const stopMilliseconds = 30_000;

/** Each is tried when the one before did not come up: nested overlays and bare kernels lack things. */
const attempts: readonly (readonly string[])[] = [
  [],
  ['--storage-driver=vfs'],
  ['--storage-driver=vfs', '--iptables=false', '--ip6tables=false', '--bridge=none'],
];

/**
 * Starts dockerd in a folder of its own and resolves to its pid file. Throws, with the reason, where
 * that cannot be: not Linux, not root, no dockerd, or a kernel that does not carry it. `onLaunch` hears
 * the pid file before the engine answers, so that an interrupt can still stop it.
 */
export async function startEngine(
  onLaunch: (pidFile: string) => void = () => undefined,
): Promise<string> {
  const machine = thisMachine();
  if (machine.platform !== 'linux') throw new Error('An engine is started on Linux only.');
  if (!(await isInstalled(machine, ['dockerd']))) {
    throw new Error('dockerd is not installed. On Debian: apt-get install docker.io');
  }
  if (machine.userId !== 0) throw new Error('Only root can start dockerd.');
  let log = '';
  for (const flags of attempts) {
    const folder = await mkdtemp(path.join(tmpdir(), 'stratbox-engine-'));
    const pidFile = launch(folder, flags);
    onLaunch(pidFile);
    if (await comesUp(pidFile)) return pidFile;
    log = await readFile(path.join(folder, 'log'), 'utf8');
    await stopEngine(pidFile);
  }
  throw new Error(`dockerd did not come up. The end of its log:\n${log.slice(-2000)}`);
}

/** Ends the engine that `startEngine` started, by its pid, and removes its folder. */
export async function stopEngine(pidFile: string): Promise<void> {
  const folder = path.dirname(pidFile);
  if (!path.basename(folder).startsWith('stratbox-engine-')) {
    throw new Error(`${pidFile} is not a pid file of this script.`);
  }
  const processId = Number(await readFile(pidFile, 'utf8').catch(() => '0'));
  if (processId > 1 && (await isDockerd(processId))) {
    process.kill(processId, 'SIGTERM');
    if (!(await until(async () => !(await isDockerd(processId)), stopMilliseconds))) {
      process.kill(processId, 'SIGKILL');
    }
  }
  await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 500 });
}

function launch(folder: string, flags: readonly string[]): string {
  const pidFile = path.join(folder, 'pid');
  const log = openSync(path.join(folder, 'log'), 'a');
  const child = spawn(
    'dockerd',
    [
      `--data-root=${path.join(folder, 'data')}`,
      `--exec-root=${path.join(folder, 'exec')}`,
      `--pidfile=${pidFile}`,
      `--host=${socket}`,
      ...flags,
    ],
    {
      detached: true,
      stdio: ['ignore', log, log],
      env: { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/local/sbin:/usr/sbin:/sbin` },
    },
  );
  // A dockerd that cannot be executed shows as one that never comes up.
  child.on('error', () => undefined);
  child.unref();
  closeSync(log);
  return pidFile;
}

async function comesUp(pidFile: string): Promise<boolean> {
  const machine = thisMachine({ ...process.env, DOCKER_HOST: socket });
  const end = Date.now() + startMilliseconds;
  // Gives the process two seconds to write its pid before its absence means that it ended.
  await pause(2000);
  while (Date.now() < end) {
    if ((await diagnose(machine)).engine) return true;
    const processId = Number(await readFile(pidFile, 'utf8').catch(() => '0'));
    if (!(await isDockerd(processId))) return false;
    await pause(250);
  }
  return false;
}

/** Guards against a pid that was given to another program since. */
async function isDockerd(processId: number): Promise<boolean> {
  const name = await readFile(`/proc/${processId}/comm`, 'utf8').catch(() => '');
  return name.trim() === 'dockerd';
}

async function until(holds: () => Promise<boolean>, milliseconds: number): Promise<boolean> {
  const end = Date.now() + milliseconds;
  while (Date.now() < end) {
    if (await holds()) return true;
    await pause(200);
  }
  return false;
}

async function main([verb, pidFile]: string[]): Promise<void> {
  if (verb === 'start') {
    const { status } = await diagnose(thisMachine());
    if (status.state === 'ready') console.error(`engine: ${status.message}`);
    else console.log(await startEngine());
  } else if (verb === 'stop' && pidFile) {
    await stopEngine(pidFile);
  } else {
    throw new Error('Usage: node scripts/engine.ts start | stop PIDFILE');
  }
}

if (import.meta.main) {
  try {
    await main(process.argv.slice(2));
  } catch (error) {
    console.error(`engine: ${(error as Error).message}`);
    process.exitCode = 1;
  }
}
