import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listEndpoints } from './endpoints.ts';
import type { Machine } from './machine.ts';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'stratbox-home-'));
});
afterEach(async () => rm(home, { recursive: true }));

const machine = (changes: Partial<Machine> = {}): Machine => ({
  platform: 'linux',
  environment: {},
  home,
  temporaryFolder: '/temporary',
  userName: 'ada',
  userId: 1000,
  ...changes,
});

async function useContext(name: string, host: string, withCertificates = false): Promise<void> {
  const id = createHash('sha256').update(name).digest('hex');
  const folder = path.join(home, '.docker');
  await mkdir(path.join(folder, 'contexts', 'meta', id), { recursive: true });
  await writeFile(path.join(folder, 'config.json'), JSON.stringify({ currentContext: name }));
  await writeFile(
    path.join(folder, 'contexts', 'meta', id, 'meta.json'),
    JSON.stringify({ Name: name, Metadata: {}, Endpoints: { docker: { Host: host } } }),
  );
  if (withCertificates) {
    await mkdir(path.join(folder, 'contexts', 'tls', id, 'docker'), { recursive: true });
  }
}

const addresses = async (changes?: Partial<Machine>) =>
  (await listEndpoints(machine(changes))).map(({ address }) => address);

describe('listEndpoints', () => {
  it('takes DOCKER_HOST alone: a person’s word is not second-guessed', async () => {
    await useContext('other', 'unix:///other.sock');
    expect(await addresses({ environment: { DOCKER_HOST: 'tcp://10.0.0.1:2375' } })).toEqual([
      'tcp://10.0.0.1:2375',
    ]);
  });

  it('puts the current docker context before the usual sockets', async () => {
    await useContext('mine', 'unix:///mine.sock');
    const found = await listEndpoints(machine());
    expect(found[0]).toMatchObject({
      address: 'unix:///mine.sock',
      origin: 'docker context "mine"',
    });
    expect(found[1]?.address).toBe('unix:///var/run/docker.sock');
  });

  it('finds a context’s certificates', async () => {
    await useContext('far', 'tcp://engine.example:2376', true);
    expect((await listEndpoints(machine()))[0]?.certificates).toContain(
      path.join('contexts', 'tls'),
    );
  });

  it('lets DOCKER_CONTEXT win over the configuration, and "default" mean none', async () => {
    await useContext('mine', 'unix:///mine.sock');
    expect((await addresses({ environment: { DOCKER_CONTEXT: 'default' } }))[0]).toBe(
      'unix:///var/run/docker.sock',
    );
  });

  it('ignores a broken configuration', async () => {
    await mkdir(path.join(home, '.docker'));
    await writeFile(path.join(home, '.docker', 'config.json'), '{ "currentContext": ');
    expect((await addresses())[0]).toBe('unix:///var/run/docker.sock');
  });

  it('knows rootless, Desktop, Colima, Rancher and Podman sockets on Linux', async () => {
    const found = await addresses({ environment: { XDG_RUNTIME_DIR: '/run/user/1000' } });
    for (const socket of [
      '/run/user/1000/docker.sock',
      `${home}/.docker/desktop/docker.sock`,
      `${home}/.colima/default/docker.sock`,
      `${home}/.rd/docker.sock`,
      '/run/user/1000/podman/podman.sock',
      '/run/podman/podman.sock',
    ]) {
      expect(found).toContain(`unix://${socket}`);
    }
  });

  it('knows macOS and Windows', async () => {
    expect(await addresses({ platform: 'darwin' })).toContain(
      `unix://${home}/.docker/run/docker.sock`,
    );
    expect(await addresses({ platform: 'win32' })).toEqual([
      'npipe:////./pipe/docker_engine',
      'npipe:////./pipe/dockerDesktopLinuxEngine',
      'npipe:////./pipe/podman-machine-default',
    ]);
  });
});
