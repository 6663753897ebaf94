import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer as createHttpServer, type Server as HttpServer } from 'node:http';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { diagnose } from './doctor.ts';
import { nextStep } from './doctor-hints.ts';
import type { Machine } from './machine.ts';

let folder: string;
let socket: string;
let server: Server | HttpServer | undefined;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'stratbox-doctor-'));
  socket = path.join(folder, 'engine.sock');
});
afterEach(async () => {
  const open = server;
  server = undefined;
  if (open) {
    if ('closeAllConnections' in open) open.closeAllConnections();
    await new Promise((resolve) => open.close(resolve));
  }
  await rm(folder, { recursive: true });
});

const machine = (changes: Partial<Machine> = {}): Machine => ({
  platform: 'linux',
  environment: { DOCKER_HOST: `unix://${socket}` },
  home: folder,
  temporaryFolder: folder,
  userName: 'ada',
  userId: 1000,
  ...changes,
});

async function listen(opened: Server | HttpServer): Promise<void> {
  server = opened;
  await new Promise<void>((resolve) => opened.listen(socket, resolve));
}

const version = {
  Version: '27.1.0',
  ApiVersion: '1.46',
  Os: 'linux',
  Components: [{ Name: 'Engine' }],
};
const information = {
  Runtimes: { runc: {} },
  DefaultRuntime: 'runc',
  SecurityOptions: ['name=seccomp,profile=builtin', 'name=apparmor'],
  NCPU: 4,
};
const engineThatSays = (changedVersion: object = {}, changedInformation: object = {}) =>
  createHttpServer((incoming, answer) => {
    answer.setHeader('Content-Type', 'application/json');
    const body = incoming.url?.endsWith('/version')
      ? { ...version, ...changedVersion }
      : { ...information, ...changedInformation };
    answer.end(JSON.stringify(body));
  });

describe('diagnose', () => {
  it('finds an engine and what it can do', async () => {
    await listen(engineThatSays());
    const { status, engine } = await diagnose(machine());
    expect(status).toEqual({
      state: 'ready',
      endpoint: `unix://${socket}`,
      version: '27.1.0',
      message: `Docker Engine 27.1.0 answers at unix://${socket} (DOCKER_HOST).`,
      hint: '',
    });
    expect(engine?.facts).toMatchObject({
      appArmor: true,
      seccomp: true,
      runtimes: ['runc'],
      cpus: 4,
    });
  });

  it('answers within 1.5 s when the socket accepts and then hangs', async () => {
    const hanging = createServer((connection) => void connection.resume());
    await listen(hanging);
    const began = Date.now();
    const { status, engine } = await diagnose(machine());
    expect(Date.now() - began).toBeLessThan(1800);
    expect(engine).toBeNull();
    expect(status).toMatchObject({
      state: 'error',
      message: expect.stringContaining('hangs') as string,
    });
    expect(status.hint).toMatch(/dockerd|restart/);
  });

  it('takes a DOCKER_HOST where nothing answers for an engine that does not run', async () => {
    const { status } = await diagnose(machine());
    expect(status.state).toBe('not-running');
    expect(status.hint).toContain('DOCKER_HOST');
  });

  it('tells a socket without permission from one that is not there', async () => {
    await listen(engineThatSays());
    await chmod(socket, 0o000);
    const asRoot = process.getuid?.() === 0;
    // Root may do everything; become nobody for the attempt.
    if (asRoot) {
      await chmod(folder, 0o755);
      process.seteuid?.(65534);
    }
    try {
      const { status } = await diagnose(machine());
      expect(status.state).toBe('no-permission');
      expect(status.hint).toContain('usermod -aG docker ada');
    } finally {
      if (asRoot) process.seteuid?.(0);
    }
  });

  it.each([
    ['Windows containers', { Os: 'windows' }, {}, 'Linux containers'],
    ['an engine that is too old', { ApiVersion: '1.39' }, {}, '20.10'],
    ['an engine without seccomp', {}, { SecurityOptions: [] }, 'seccomp'],
  ])('refuses %s', async (_name, changedVersion, changedInformation, hint) => {
    await listen(engineThatSays(changedVersion, changedInformation));
    const { status, engine } = await diagnose(machine());
    expect(engine).toBeNull();
    expect(status).toMatchObject({ state: 'error', hint: expect.stringContaining(hint) as string });
  });

  it('calls something else that listens there an error', async () => {
    await listen(createHttpServer((_incoming, answer) => answer.end('{"hello": "world"}')));
    expect((await diagnose(machine())).status.state).toBe('error');
  });

  it('refuses an address it cannot use, with the reason', async () => {
    const { status } = await diagnose(machine({ environment: { DOCKER_HOST: 'ssh://ada@host' } }));
    expect(status).toMatchObject({
      state: 'error',
      message: expect.stringContaining('ssh') as string,
    });
  });
});

describe('nextStep', () => {
  const absent = { trouble: 'absent', address: '', detail: '' } as const;
  it.each([
    ['linux', false, 'not-installed', /apt-get install docker\.io|docs\.docker\.com/],
    ['darwin', false, 'not-installed', /brew install/],
    ['win32', false, 'not-installed', /winget install/],
    ['linux', true, 'not-running', /systemctl|dockerd/],
    ['darwin', true, 'not-running', /open -a Docker|colima start/],
    ['win32', true, 'not-running', /Start menu/],
  ] as const)('on %s, installed %s: %s', async (platform, installed, state, hint) => {
    const here = machine({ platform, environment: { PATH: folder } });
    const step = await nextStep({ ...absent, installed, machine: here });
    expect(step.state).toBe(state);
    expect(step.hint).toMatch(hint);
  });
});
