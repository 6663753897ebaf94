import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { nextMessage } from './testing/web-bench.ts';

const script = fileURLToPath(new URL('./main.ts', import.meta.url));
let home: string;
const started: ChildProcess[] = [];
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'stratbox-home-'));
});
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
  rmSync(home, { recursive: true, force: true });
});

/** The web host as a process of its own, with the whole app behind it. */
function startHost(environment: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script], {
    env: { ...process.env, STRATBOX_HOME: home, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  const said = { out: '', error: '' };
  child.stdout.on('data', (data: Buffer) => (said.out += data.toString()));
  child.stderr.on('data', (data: Buffer) => (said.error += data.toString()));
  const closed = once(child, 'close') as Promise<[number | null]>;
  return { child, said, ended: async () => (await closed)[0] };
}

/** Opens the link as a browser does, and then the socket. */
async function openSocket(link: string): Promise<WebSocket> {
  const answer = await new Promise<{ cookie: string }>((resolve, reject) => {
    const navigation = { 'sec-fetch-site': 'none' };
    request(link, { headers: navigation }, (response) => {
      response.resume();
      resolve({ cookie: response.headers['set-cookie']?.[0]?.split(';')[0] ?? '' });
    })
      .on('error', reject)
      .end();
  });
  const { host, origin } = new URL(link);
  const socket = new WebSocket(`ws://${host}/socket`, { headers: { ...answer, origin } });
  await once(socket, 'open');
  return socket;
}

describe('the web host', () => {
  it('prints one line, serves the whole app, and ends in order', async () => {
    const { child, said, ended } = startHost();
    await expect.poll(() => said.out, { timeout: 30_000 }).toContain('\n');
    const link = /^Stratbox is open at (http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{22})\n$/.exec(
      said.out,
    );
    const socket = await openSocket(link?.[1] ?? '');

    const ask = async (name: string, input: object) => {
      socket.send(JSON.stringify({ id: 1, name, input }));
      return nextMessage(socket);
    };
    expect(await ask('app.info', {})).toMatchObject({ reply: { value: { host: 'web' } } });
    expect(await ask('catalog.list', {})).toMatchObject({
      reply: {
        value: expect.arrayContaining([expect.objectContaining({ id: 'sp500' })]) as unknown,
      },
    });
    expect(await ask('host.openFile', { purpose: 'data' })).toMatchObject({
      reply: { ok: false, error: { code: 'not-found' } },
    });

    child.kill('SIGTERM');
    expect(await ended()).toBe(0);
    expect(said.out).toBe(link?.[0]);
  });

  it('says in words that a port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const { said, ended } = startHost({ STRATBOX_PORT: String(port) });
    expect(await ended()).toBe(2);
    expect(said).toEqual({
      out: '',
      error: `Port ${port} is in use by another program. Choose another STRATBOX_PORT, or leave it unset for a free one.\n`,
    });
    other.close();
  });

  it.each(['web', '-1', '70000', '80.5'])('refuses the port "%s"', async (port) => {
    const { said, ended } = startHost({ STRATBOX_PORT: port });
    expect(await ended()).toBe(2);
    expect(said.error).toBe(`STRATBOX_PORT is "${port}". Give a port from 1 to 65535.\n`);
  });
});
