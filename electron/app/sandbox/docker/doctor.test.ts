import { chmod, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { createServer as createHttpServer, type Server as HttpServer } from 'node:http';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { diagnose } from './doctor.ts';
import {
  appleDocker,
  debianDocker,
  debianPodman,
  rootlessDocker,
} from './engine-answers.fixture.ts';
import { inventedMachine } from './machine.fixture.ts';
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

const machine = (changes: Partial<Machine> = {}) =>
  inventedMachine({ environment: { DOCKER_HOST: `unix://${socket}` }, ...changes });

async function listen(opened: Server | HttpServer): Promise<void> {
  server = opened;
  await new Promise<void>((resolve) => opened.listen(socket, resolve));
}

const engineThatSays = (
  changedVersion: object = {},
  changedInformation: object = {},
  of = appleDocker,
) =>
  createHttpServer((incoming, answer) => {
    answer.setHeader('Content-Type', 'application/json');
    const body = incoming.url?.endsWith('/version')
      ? { ...of.version, ...changedVersion }
      : { ...of.information, ...changedInformation };
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
      details: 'arm64, gVisor (runsc), cgroup v2, AppArmor',
      message: `Docker Engine 27.1.0 answers at unix://${socket} (DOCKER_HOST).`,
      hint: '',
      warnings: [],
      searched: [
        {
          address: `unix://${socket}`,
          origin: 'DOCKER_HOST',
          state: 'used',
          finding: 'Docker Engine 27.1.0.',
        },
      ],
    });
    expect(engine?.facts).toMatchObject({ appArmor: 'docker-default', seccomp: true, cpus: 4 });
  });

  it('tells of every place where it looked, and why it took or passed it', async () => {
    await listen(engineThatSays({}, {}, debianDocker));
    const podman = path.join(folder, 'podman', 'podman.sock');
    await mkdir(path.dirname(podman));
    await symlink(socket, podman);
    await symlink(socket, path.join(folder, 'docker.sock'));
    const environment = { XDG_RUNTIME_DIR: folder, DOCKER_CONTEXT: 'gone' };
    const { status } = await diagnose(machine({ environment, home: folder }));
    // What this computer itself has at its usual places is its own affair.
    const told = status.searched.filter(({ address }) => /context|stratbox-doctor/.test(address));
    expect(told).toMatchObject([
      {
        origin: 'docker context "gone"',
        state: 'refused',
        finding: expect.stringContaining('meta.json') as string,
      },
      { address: `unix://${folder}/docker.sock`, origin: 'rootless Docker' },
      {
        address: `unix://${folder}/.docker/run/docker.sock`,
        state: 'absent',
        finding: 'Not there.',
      },
      { origin: 'Docker Desktop', state: 'absent' },
      { origin: 'Colima', state: 'absent' },
      { origin: 'Colima', state: 'absent' },
      { origin: 'Rancher Desktop', state: 'absent' },
      { address: `unix://${podman}`, origin: 'rootless Podman', state: 'spare' },
    ]);
    expect(status.searched.filter(({ state }) => state === 'used')).toHaveLength(1);
  });

  it('answers all the same when the socket accepts and then hangs', async () => {
    const hanging = createServer((connection) => void connection.resume());
    await listen(hanging);
    const began = Date.now();
    const { status, engine } = await diagnose(machine());
    expect(Date.now() - began).toBeLessThan(10_000);
    expect(engine).toBeNull();
    expect(status).toMatchObject({
      state: 'hangs',
      message: expect.stringContaining('hangs') as string,
    });
    expect(status.message).toContain('within 1.2 s');
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
    ['Windows containers', 'windows-containers', { Os: 'windows' }, {}, 'Linux containers'],
    ['an API that is too old', 'too-old', { ApiVersion: '1.39' }, {}, 'Update'],
    ['a dockerd that is too old', 'too-old', { Version: '20.10.8' }, {}, 'Update'],
    ['another architecture', 'wrong-architecture', { Arch: 'riscv64' }, {}, 'amd64 or arm64'],
    ['an engine without seccomp', 'unfit', {}, { SecurityOptions: [] }, 'seccomp'],
    ['an engine without swap limits', 'unfit', {}, { SwapLimit: false }, 'swapaccount=1'],
  ])('refuses %s', async (_name, state, changedVersion, changedInformation, hint) => {
    await listen(engineThatSays(changedVersion, changedInformation));
    const { status, engine } = await diagnose(machine());
    expect(engine).toBeNull();
    expect(status).toMatchObject({ state, hint: expect.stringContaining(hint) as string });
  });

  it('finds Podman and says why no strategy goes there', async () => {
    await listen(engineThatSays({}, {}, debianPodman));
    expect((await diagnose(machine())).status).toMatchObject({
      state: 'unfit',
      message: expect.stringContaining('Podman Engine 4.3.1 cannot take the isolation') as string,
      searched: [{ state: 'refused' }],
    });
  });

  it('says what a rootless engine cannot keep, and how it could', async () => {
    await listen(engineThatSays({}, {}, rootlessDocker));
    expect((await diagnose(machine())).status).toMatchObject({
      state: 'unfit',
      message: expect.stringContaining('cannot limit: memory, swap') as string,
      hint: expect.stringContaining('delegated') as string,
    });
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

  it('names the certificates where they are missing, and the variables for them', async () => {
    const environment = { DOCKER_HOST: 'tcp://127.0.0.1:1', DOCKER_CERT_PATH: folder };
    expect((await diagnose(machine({ environment }))).status).toMatchObject({
      state: 'error',
      message: expect.stringContaining('ca.pem') as string,
      hint: expect.stringContaining('DOCKER_CERT_PATH') as string,
    });
  });

  it('understands an engine that wants TLS and was spoken to without', async () => {
    await listen(
      createHttpServer((_incoming, answer) => {
        answer.statusCode = 400;
        answer.end('Client sent an HTTP request to an HTTPS server.\n');
      }),
    );
    expect((await diagnose(machine())).status.hint).toContain('DOCKER_TLS_VERIFY=1');
  });

  it('says of a computer without an engine that there is none', async () => {
    const { status } = await diagnose(
      machine({ environment: { DOCKER_HOST: `unix://${folder}/nothing.sock` } }),
    );
    expect(status).toMatchObject({ state: 'not-running', searched: [{ state: 'absent' }] });
  });
});
