import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, connect, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { defaultLimits, type RunLimits } from '../../../../shared/contract/models/run.ts';
import { startContainer, type ContainerOrder } from './container.ts';
import { diagnose } from './doctor.ts';
import type { Engine } from './engine.ts';
import { createDockerSandbox, type DockerSandbox } from './index.ts';
import { thisMachine } from './machine.ts';
import { readSeccompProfile } from './seccomp-profile.ts';
import { isolationSettings, type Setting } from './settings.ts';
import { removeInstance } from './sweep.ts';

/** Support for the container tests only: a real engine, a real image with a stand-in runner. */
export interface TestBench {
  readonly engine: Engine;
  readonly sandbox: DockerSandbox;
  readonly instanceId: string;
  readonly imageId: string;
  readonly bundleFolder: string;
  readonly imageName: string;
  /** The real table around another command than the runner's. */
  settings(command: readonly string[], limits?: Partial<RunLimits>): Setting[];
  order(settings: Setting[], limits?: Partial<RunLimits>): ContainerOrder;
  /** Runs a program under the real table, for `patience` at most, and returns what it printed. */
  run(
    command: readonly string[],
    patience?: number,
  ): Promise<{ output: string; error: string; code: number | null }>;
  /** How many containers of this bench the engine holds. */
  count(): Promise<number>;
  close(): Promise<void>;
}

const benchLimits = { ...defaultLimits, memoryMegabytes: 256 };

export const imageFolder = path.resolve(import.meta.dirname, '../../../../docker');

/** Obeys one line from standard input, so that a test drives a real container from outside. */
const standInRunner = `
import vm from 'node:vm';
import fs from 'node:fs';
const attempt = (action) => { try { return String(action()); } catch (error) { return error.code ?? error.name; } };
const commands = {
  echo: (rest) => process.stdout.write(rest),
  flood: () => { const chunk = Buffer.alloc(65536, 120); for (let i = 0; i < 4096; i += 1) fs.writeSync(1, chunk); },
  complain: () => { fs.writeSync(2, 'x'.repeat(20000) + 'the end'); process.exitCode = 3; },
  heap: () => { const kept = []; for (;;) kept.push({ kept: kept.length }); },
  wait: () => setTimeout(() => {}, 600000),
  powers: () => process.stdout.write(JSON.stringify({
    evaluate: attempt(() => eval('1')),
    construct: attempt(() => new Function('return 1')()),
    module: typeof vm.SourceTextModule,
    ownFile: attempt(() => fs.readFileSync('/opt/stratbox/runner.js').length > 0),
    otherFile: attempt(() => fs.readFileSync('/etc/passwd')),
    write: attempt(() => fs.writeFileSync('/tmp/x', '')),
    child: attempt(() => process.getBuiltinModule('child_process').spawnSync('true').status),
    worker: attempt(() => new (process.getBuiltinModule('worker_threads').Worker)('1', { eval: true })),
  })),
};
let text = '';
process.stdin.on('data', (data) => {
  text += data;
  const end = text.indexOf('\\n');
  if (end < 0) return;
  process.stdin.destroy();
  const [name, rest] = text.slice(0, end).split(' ');
  commands[name](rest);
});
`;

export async function openTestBench(suffix = ''): Promise<TestBench> {
  const { engine, status } = await diagnose(thisMachine());
  if (engine === null) throw new Error(`Container tests need an engine. ${status.message}`);
  const bundleFolder = await mkdtemp(path.join(tmpdir(), 'stratbox-bundles-'));
  await writeFile(path.join(bundleFolder, 'runner.js'), standInRunner + suffix);
  await writeFile(path.join(bundleFolder, 'stratbox.js'), 'export {};\n');
  const instanceId = `test-${process.pid}-${Date.now()}`;
  const imageName = `stratbox-test-${process.pid}`;
  const sandbox = createDockerSandbox({ instanceId, imageFolder, bundleFolder, imageName });
  const { signal } = new AbortController();
  const built = await sandbox.image.build({ signal, onProgress: () => undefined });
  const imageId = built.id ?? '';
  const seccompProfiles = {
    none: await readSeccompProfile(imageFolder, 'none'),
    bridge: await readSeccompProfile(imageFolder, 'bridge'),
  };
  let containers = 0;

  const bench: TestBench = {
    engine,
    sandbox,
    instanceId,
    imageId,
    bundleFolder,
    imageName,
    settings: (command, limits) =>
      isolationSettings({
        imageId,
        command,
        labels: { 'stratbox.app': 'stratbox', 'stratbox.instance': instanceId },
        limits: { ...benchLimits, ...limits },
        seccompProfile: seccompProfiles[limits?.network ?? 'none'],
        facts: engine.facts,
      }),
    order: (settings, limits) => ({
      name: `${instanceId}-${(containers += 1)}`,
      imageId,
      limits: { ...benchLimits, ...limits },
      settings,
      signal,
      onLeftBehind: (name) => {
        throw new Error(`left behind: ${name}`);
      },
    }),
    async run(command, patience = 60_000) {
      const started = await startContainer(engine, bench.order(bench.settings(command)));
      const timer = setTimeout(() => void started.destroy(), patience);
      const output = await readAll(started.output);
      const { code, standardError } = await started.exited;
      clearTimeout(timer);
      await started.destroy();
      return { output, error: standardError, code };
    },
    async count() {
      const filters = { label: [`stratbox.instance=${instanceId}`] };
      return (await engine.docker.listContainers({ all: true, filters })).length;
    },
    async close() {
      await removeInstance(engine, instanceId);
      for (const { Id } of await engine.docker.listImages({
        filters: { reference: [imageName] },
      })) {
        await engine.docker.getImage(Id).remove({ force: true });
      }
      await rm(bundleFolder, { recursive: true, force: true });
    },
  };
  return bench;
}

export async function readAll(stream: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** Stands between the app and the real engine, to hang or to break off on command. */
export interface EngineProxy {
  readonly address: string;
  hang(): void;
  resume(): void;
  /** Breaks every connection off and refuses new ones. */
  die(): Promise<void>;
}

export async function openEngineProxy(folder: string, engineSocket: string): Promise<EngineProxy> {
  const socketPath = path.join(folder, 'proxy.sock');
  const sockets = new Set<Socket>();
  let hanging = false;
  const server: Server = createServer({ pauseOnConnect: true }, (near) => {
    const far = connect(engineSocket);
    near.pipe(far).pipe(near);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        near.destroy();
        far.destroy();
      });
      if (hanging) socket.pause();
      else socket.resume();
    }
  });
  await new Promise<void>((resolve) => server.listen(socketPath, resolve));
  return {
    address: `unix://${socketPath}`,
    hang() {
      hanging = true;
      for (const socket of sockets) socket.pause();
    },
    resume() {
      hanging = false;
      for (const socket of sockets) socket.resume();
    },
    async die() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
