import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { listEndpoints } from './endpoints.ts';
import { inventedDisk, inventedMachine } from './machine.fixture.ts';
import type { Machine } from './machine.ts';

const idOf = (name: string) => createHash('sha256').update(name).digest('hex');
const client = '/home/ada/.docker';

/** The docker client's files after `docker context use`. */
function context(name: string, host: string, folder = client): Record<string, string> {
  return {
    [`${folder}/config.json`]: JSON.stringify({ currentContext: name }),
    [`${folder}/contexts/meta/${idOf(name)}/meta.json`]: JSON.stringify({
      ...{ Name: name, Metadata: {} },
      Endpoints: { docker: { Host: host, SkipTLSVerify: false } },
    }),
  };
}

const list = (files: Record<string, string>, changes: Partial<Machine> = {}) =>
  listEndpoints(inventedMachine({ disk: inventedDisk(files), ...changes }));
const addresses = async (files: Record<string, string> = {}, changes: Partial<Machine> = {}) =>
  (await list(files, changes)).map(({ address }) => address);

describe('DOCKER_HOST', () => {
  it('stands alone: a person’s word is not second-guessed', async () => {
    const environment = { DOCKER_HOST: 'tcp://10.0.0.1:2375', DOCKER_CONTEXT: 'other' };
    expect(await addresses(context('other', 'unix:///other.sock'), { environment })).toEqual([
      'tcp://10.0.0.1:2375',
    ]);
  });

  it.each([
    [{ DOCKER_CERT_PATH: '/mine' }, '/mine'],
    [{ DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH: '/mine' }, '/mine'],
    [{ DOCKER_TLS_VERIFY: '1' }, client],
    [{ DOCKER_TLS_VERIFY: '1', DOCKER_CONFIG: '/elsewhere' }, '/elsewhere'],
  ])('with %o speaks TLS', async (variables, certificates) => {
    const environment = { DOCKER_HOST: 'tcp://engine.example', ...variables };
    expect((await list({}, { environment }))[0]?.transport).toMatchObject({
      ...{ port: 2376, security: { kind: 'tls', certificates } },
    });
  });

  it('without either does not', async () => {
    const environment = { DOCKER_HOST: 'tcp://engine.example', DOCKER_TLS_VERIFY: '' };
    expect((await list({}, { environment }))[0]?.transport).toMatchObject({
      security: { kind: 'none' },
    });
  });
});

describe('the docker client’s context', () => {
  it('comes before the usual sockets', async () => {
    const found = await list(context('mine', 'unix:///mine.sock'));
    expect(found[0]).toMatchObject({
      address: 'unix:///mine.sock',
      origin: 'docker context "mine"',
    });
    expect(found[1]?.address).toBe('unix:///var/run/docker.sock');
  });

  it('that is a usual socket is asked once', async () => {
    const socket = 'unix:///home/ada/.docker/desktop/docker.sock';
    const found = await addresses(context('desktop-linux', socket));
    expect(found.filter((address) => address === socket)).toEqual([socket]);
    expect(found[0]).toBe(socket);
  });

  it('has its own certificates', async () => {
    const tls = `${client}/contexts/tls/${idOf('far')}/docker`;
    const files = { ...context('far', 'tcp://engine.example:2376'), [`${tls}/ca.pem`]: '' };
    expect((await list(files))[0]?.transport).toMatchObject({
      security: { kind: 'tls', certificates: tls },
    });
  });

  it('is looked for where DOCKER_CONFIG says', async () => {
    const files = context('mine', 'unix:///mine.sock', '/elsewhere');
    expect((await addresses(files, { environment: { DOCKER_CONFIG: '/elsewhere' } }))[0]).toBe(
      'unix:///mine.sock',
    );
  });

  it('is DOCKER_CONTEXT’s before the configuration’s, and "default" means none', async () => {
    const files = {
      ...context('other', 'unix:///other.sock'),
      ...context('mine', 'unix:///mine.sock'),
    };
    const first = async (name: string) =>
      (await addresses(files, { environment: { DOCKER_CONTEXT: name } }))[0];
    expect(await first('other')).toBe('unix:///other.sock');
    expect(await first('default')).toBe('unix:///var/run/docker.sock');
  });

  it('that cannot be read is said, and the usual sockets follow', async () => {
    const found = await list({}, { environment: { DOCKER_CONTEXT: 'gone' } });
    expect(found[0]).toMatchObject({
      address: 'docker context "gone"',
      transport: { kind: 'unsupported', reason: expect.stringContaining('meta.json') as string },
    });
    expect(found[1]?.address).toBe('unix:///var/run/docker.sock');
  });

  it('is none in a broken configuration', async () => {
    const files = { [`${client}/config.json`]: '{ "currentContext": ' };
    expect((await addresses(files))[0]).toBe('unix:///var/run/docker.sock');
  });
});

describe('the usual sockets', () => {
  it('on Linux', async () => {
    const environment = { XDG_RUNTIME_DIR: '/run/user/1000' };
    expect(await addresses({}, { environment })).toEqual([
      'unix:///var/run/docker.sock',
      'unix:///run/user/1000/docker.sock',
      'unix:///home/ada/.docker/run/docker.sock',
      'unix:///home/ada/.docker/desktop/docker.sock',
      'unix:///home/ada/.colima/default/docker.sock',
      'unix:///home/ada/.config/colima/default/docker.sock',
      'unix:///home/ada/.rd/docker.sock',
      'unix:///run/user/1000/podman/podman.sock',
      'unix:///run/podman/podman.sock',
    ]);
    // A session without the variable has the folder all the same.
    expect(await addresses()).toContain('unix:///run/user/1000/podman/podman.sock');
  });

  it('on a Mac', async () => {
    const home = '/Users/ada';
    expect(await addresses({}, { platform: 'darwin', home })).toEqual([
      'unix:///var/run/docker.sock',
      `unix://${home}/.docker/run/docker.sock`,
      `unix://${home}/.orbstack/run/docker.sock`,
      `unix://${home}/.colima/default/docker.sock`,
      `unix://${home}/.config/colima/default/docker.sock`,
      `unix://${home}/.rd/docker.sock`,
      'unix:///temporary/podman/podman-machine-default-api.sock',
      `unix://${home}/.local/share/containers/podman/machine/podman.sock`,
    ]);
  });

  it('on Windows', async () => {
    expect(await addresses({}, { platform: 'win32' })).toEqual([
      'npipe:////./pipe/docker_engine',
      'npipe:////./pipe/dockerDesktopLinuxEngine',
      'npipe:////./pipe/podman-machine-default',
    ]);
  });

  it('are one for each of Colima’s profiles', async () => {
    const files = {
      '/home/ada/.colima/default/colima.yaml': '',
      '/home/ada/.colima/work/colima.yaml': '',
      '/home/ada/.colima/_lima/colima/lima.yaml': '',
      '/home/ada/.colima/ssh_config': '',
    };
    const found = (await addresses(files)).filter((address) => address.includes('/.colima/'));
    expect(found).toEqual([
      'unix:///home/ada/.colima/default/docker.sock',
      'unix:///home/ada/.colima/work/docker.sock',
    ]);
    const environment = { COLIMA_HOME: '/elsewhere' };
    const moved = (await addresses(files, { environment })).filter((name) =>
      /colima|else/.test(name),
    );
    expect(moved).toEqual(['unix:///elsewhere/default/docker.sock']);
  });
});
