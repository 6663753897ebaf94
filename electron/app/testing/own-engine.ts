import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, createReadStream, createWriteStream, openSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { diagnose } from '../sandbox/docker/doctor.ts';
import { openEngine, type Engine } from '../sandbox/docker/engine.ts';
import { parseEndpoint } from '../sandbox/docker/endpoint.ts';
import { isInstalled, thisMachine } from '../sandbox/docker/machine.ts';

/** A dockerd that a test started by itself, so that it may kill it. */
export interface OwnEngine {
  /** For DOCKER_HOST. */
  readonly address: string;
  readonly socket: string;
  /** For what a test keeps with it; goes with it. */
  readonly folder: string;
  /** Starts it, or starts it again with what it held; one that runs only goes on. */
  start(): Promise<Engine>;
  /** SIGKILL: nothing is said, nothing is put away. */
  kill(): Promise<void>;
  /** SIGSTOP: connections are accepted, and never answered. */
  hang(): void;
  resume(): void;
  /** Ends it with its containers and removes all that it made. */
  close(): Promise<void>;
}

/** Why a test cannot start an engine of its own on this computer; null where it can. */
export async function ownEngineObstacle(): Promise<string | null> {
  const machine = thisMachine();
  if (machine.platform !== 'linux') return 'dockerd can be started on Linux only';
  if (machine.userId !== 0) return 'only root can start dockerd';
  for (const program of ['dockerd', 'containerd', 'unshare']) {
    if (!(await isInstalled(machine, [program]))) return `${program} is not installed`;
  }
  return null;
}

/** For `describe.skipIf`: says loudly what cannot run here and why. */
export async function withoutOwnEngine(what: string): Promise<boolean> {
  const obstacle = await ownEngineObstacle();
  if (obstacle !== null) process.stderr.write(`\n!!! COULD NOT RUN ${what}: ${obstacle}\n`);
  return obstacle !== null;
}

const startMilliseconds = 30_000;

/** Its containers have no network. */
const flags = ['--bridge=none', '--iptables=false', '--ip6tables=false', '--live-restore=false'];

/** An engine that is not started yet, in a folder of its own. */
export async function createOwnEngine(): Promise<OwnEngine> {
  const folder = await mkdtemp(path.join(tmpdir(), 'stratbox-own-engine-'));
  // Another user's app must be able to reach the socket, or be refused by the socket itself.
  await chmod(folder, 0o755);
  const inside = (name: string) => path.join(folder, name);
  const socket = inside('docker.sock');
  let containerd: ChildProcess | undefined;
  let dockerd: ChildProcess | undefined;
  const launch = (program: string, parameters: readonly string[]) => {
    const log = openSync(inside('log'), 'a');
    const environment = { ...process.env, PATH: withSystemPrograms() };
    const child = spawn(program, parameters, { stdio: ['ignore', log, log], env: environment });
    closeSync(log);
    return child;
  };
  // In a network namespace of its own: one without a bridge deletes the usual engine's docker0.
  const parameters = [
    `--containerd=${inside('containerd.sock')}`,
    `--data-root=${inside('data')}`,
    `--exec-root=${inside('exec')}`,
    `--pidfile=${inside('pid')}`,
    `--host=unix://${socket}`,
    ...flags,
  ];
  const resume = () => void dockerd?.kill('SIGCONT');

  const own: OwnEngine = {
    address: `unix://${socket}`,
    socket,
    folder,
    async start() {
      if (containerd === undefined) {
        await writeFile(inside('containerd.toml'), containerdSettings(inside));
        containerd = launch('containerd', [`--config=${inside('containerd.toml')}`]);
      }
      resume();
      if (!isAlive(dockerd)) dockerd = launch('unshare', ['--net', 'dockerd', ...parameters]);
      const endpoint = parseEndpoint(socket, 'the test');
      const until = performance.now() + startMilliseconds;
      while (performance.now() < until && dockerd.exitCode === null) {
        const engine = await openEngine(endpoint, 1000).catch(() => undefined);
        if (engine !== undefined) return engine;
        await pause(100);
      }
      const log = await readFile(inside('log'), 'utf8');
      throw new Error(`dockerd did not come up:\n${log.slice(-1500)}`);
    },
    kill: () => end(dockerd, 'SIGKILL'),
    hang: () => void dockerd?.kill('SIGSTOP'),
    resume,
    async close() {
      // Only an engine can end the containers of one that was killed.
      if (containerd !== undefined) await own.start();
      await end(dockerd, 'SIGTERM');
      await end(containerd, 'SIGTERM');
      await unmountBelow(folder);
      await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 300 });
    },
  };
  return own;
}

/** Keeps an image of the engine that the container tests use in a file, for `loadImage`. */
export async function saveImage(tag: string, file: string): Promise<void> {
  const { engine, status } = await diagnose(thisMachine());
  if (engine === null) throw new Error(`Container tests need an engine. ${status.message}`);
  await pipeline(await engine.docker.getImage(tag).get(), createWriteStream(file));
}

export async function loadImage(file: string, { docker }: Engine): Promise<void> {
  let told = '';
  for await (const chunk of await docker.loadImage(createReadStream(file))) told += String(chunk);
  if (!told.includes('Loaded image')) throw new Error(`The image was not loaded: ${told}`);
}

const isAlive = (child: ChildProcess | undefined): child is ChildProcess =>
  child !== undefined && child.exitCode === null && child.signalCode === null;

async function end(child: ChildProcess | undefined, signal: NodeJS.Signals): Promise<void> {
  if (!isAlive(child)) return;
  const exited = once(child, 'exit');
  child.kill(signal);
  await exited;
}

/** A dockerd that was killed once leaves its own mounts behind, for it only takes back what it made. */
async function unmountBelow(folder: string): Promise<void> {
  const mounts = (await readFile('/proc/mounts', 'utf8')).split('\n');
  const places = mounts.map((line) => line.split(' ')[1] ?? '');
  const below = places.filter((place) => place.startsWith(`${folder}/`));
  for (const place of below.toReversed()) execFileSync('umount', ['--lazy', place]);
}

/** Its own, beside dockerd and not below it: it lives on when dockerd is killed, as on any computer. */
function containerdSettings(inside: (name: string) => string): string {
  return `version = 2
root = "${inside('containerd-root')}"
state = "${inside('containerd-state')}"
disabled_plugins = ["io.containerd.grpc.v1.cri"]
[grpc]
address = "${inside('containerd.sock')}"
`;
}

function withSystemPrograms(): string {
  return `${process.env['PATH'] ?? ''}:/usr/local/sbin:/usr/sbin:/sbin`;
}
