import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWebBench } from './testing/web-bench.ts';

let bench: Awaited<ReturnType<typeof createWebBench>>;
const dispatched: unknown[] = [];

beforeAll(async () => {
  bench = await createWebBench(async (name) => {
    dispatched.push(name);
    return { ok: true, value: null };
  });
});
afterAll(() => bench.close());

describe('a link', () => {
  it('is on the loopback address and carries 128 random bits', () => {
    const link = bench.server.newLink();
    expect(link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{22}$/);
    expect(bench.server.newLink()).not.toBe(link);
  });

  it('gives a cookie that scripts cannot read and leads to a page without the token', async () => {
    const answer = await bench.send(bench.pathOf(bench.server.newLink()), bench.navigation);
    expect(answer.status).toBe(303);
    expect(answer.headers.location).toBe('/');
    expect(answer.headers['set-cookie']?.[0]).toMatch(
      new RegExp(`^stratbox-${bench.server.port}=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict$`),
    );
  });

  it('works once; then a page says how to get a new one', async () => {
    const path = bench.pathOf(bench.server.newLink());
    await bench.send(path, bench.navigation);
    const again = await bench.send(path, bench.navigation);
    expect(again.status).toBe(403);
    expect(again.headers['set-cookie']).toBeUndefined();
    expect(again.body).toContain('was used already');
    expect(again.body).toContain('Press Enter in the terminal');
  });

  it('is void when a newer one was made', async () => {
    const path = bench.pathOf(bench.server.newLink());
    bench.server.newLink();
    expect((await bench.send(path, bench.navigation)).status).toBe(403);
  });

  it('is not used up by a foreign page, another method, another path or a wrong token', async () => {
    const path = bench.pathOf(bench.server.newLink());
    const foreign = { ...bench.navigation, 'sec-fetch-site': 'cross-site' };
    expect((await bench.send(path, foreign)).status).toBe(403);
    expect((await bench.send(path, bench.navigation, 'HEAD')).status).toBe(403);
    expect((await bench.send(`/x${path}`, bench.navigation)).status).toBe(403);
    expect((await bench.send('/?token=wrong', bench.navigation)).status).toBe(403);
    expect((await bench.send(path, bench.navigation)).status).toBe(303);
  });

  it('that is opened again by the browser that used it leads to the workbench', async () => {
    const path = bench.pathOf(bench.server.newLink());
    const { headers } = await bench.send(path, bench.navigation);
    const cookie = headers['set-cookie']?.[0]?.split(';')[0];
    expect(await bench.send(path, { ...bench.navigation, cookie })).toMatchObject({
      status: 303,
      headers: { location: '/' },
    });
  });
});

describe('a page', () => {
  it('is served to a session, and kept by no cache', async () => {
    const cookie = await bench.logIn();
    const answer = await bench.send('/', { ...bench.navigation, cookie });
    expect(answer).toMatchObject({ status: 200, body: '<!doctype html>window' });
    expect(answer.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'content-security-policy':
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    });
  });

  it('has files that the browser asks about again instead of fetching them', async () => {
    const headers = { cookie: await bench.logIn(), 'sec-fetch-site': 'same-origin' };
    const first = await bench.send('/assets/index-abc.js', headers);
    expect(first).toMatchObject({ status: 200, body: 'export {};' });
    const tag = first.headers.etag;
    const second = await bench.send('/assets/index-abc.js', { ...headers, 'if-none-match': tag });
    expect(second).toMatchObject({ status: 304, body: '' });
  });

  it('is refused without a session, with its policy all the same', async () => {
    const answer = await bench.send('/', bench.navigation);
    expect(answer.status).toBe(403);
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
    expect(answer.body).not.toContain('window');
  });

  it.each(['stratbox', 'stratbox-1', ''])('is refused to the cookie "%s"', async (name) => {
    const secret = (await bench.logIn()).split('=')[1] ?? '';
    const answer = await bench.send('/', { ...bench.navigation, cookie: `${name}=${secret}` });
    expect(answer.status).toBe(403);
  });

  it.each(['evil.example', '127.0.0.1', '127.0.0.1:1', '0.0.0.0:PORT', 'evil.localhost:PORT'])(
    'is refused under the host %s, as a rebound name would have it',
    async (name) => {
      const host = name.replace('PORT', String(bench.server.port));
      const cookie = await bench.logIn();
      expect((await bench.send('/', { ...bench.navigation, host, cookie })).status).toBe(421);
    },
  );

  it('is served as localhost too', async () => {
    const host = `localhost:${bench.server.port}`;
    const cookie = await bench.logIn();
    expect((await bench.send('/', { ...bench.navigation, host, cookie })).status).toBe(200);
  });

  it.each([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    {},
    { 'sec-fetch-site': 'same-origin', origin: 'http://evil.example' },
    { 'sec-fetch-site': 'same-origin', origin: 'null' },
    { 'sec-fetch-site': 'same-origin', origin: 'http://127.0.0.1:1' },
  ])('is refused to a request from elsewhere: %o', async (headers) => {
    const cookie = await bench.logIn();
    expect((await bench.send('/', { cookie, ...headers })).status).toBe(403);
  });

  it.each([
    '/..%2fsecret.js',
    '/../secret.js',
    '/assets/..%2f..%2fsecret.js',
    '/%2e%2e/secret.js',
    '/..%5csecret.js',
    '//secret.js',
    '/assets',
    '/assets/',
    '/%',
    '/index.html%00.js',
    '/socket',
  ])('%s is nothing', async (path) => {
    const headers = { cookie: await bench.logIn(), 'sec-fetch-site': 'same-origin' };
    const answer = await bench.send(path, headers);
    expect(answer.status).toBe(404);
    expect(answer.body).not.toContain('secret');
  });

  it('cannot be posted to', async () => {
    const headers = { cookie: await bench.logIn(), 'sec-fetch-site': 'same-origin' };
    const answer = await bench.send('/', { ...headers, origin: bench.origin }, 'POST');
    expect(answer).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
  });
});

describe('the socket', () => {
  it('opens for a session from its own origin', async () => {
    const socket = await bench.connect({ cookie: await bench.logIn(), origin: bench.origin });
    expect(socket).not.toBeTypeOf('number');
    if (typeof socket !== 'number') socket.terminate();
  });

  it('is refused without Origin, from another one, under another host and without a session', async () => {
    const cookie = await bench.logIn();
    const { origin, server } = bench;
    expect(await bench.connect({ cookie })).toBe(403);
    expect(await bench.connect({ cookie, origin: 'http://evil.example' })).toBe(403);
    expect(await bench.connect({ cookie, origin: `http://localhost:${server.port}` })).toBe(403);
    expect(await bench.connect({ cookie, origin: 'null' })).toBe(403);
    expect(await bench.connect({ cookie, origin, host: 'evil.example' })).toBe(421);
    expect(await bench.connect({ origin })).toBe(403);
    expect(await bench.connect({ origin, cookie: 'stratbox=guess' })).toBe(403);
    expect(await bench.connect({ cookie, origin }, '/')).toBe(404);
    expect(dispatched).toEqual([]);
  });
});

it('hangs up on everyone when it closes', async () => {
  const own = await createWebBench(async () => ({ ok: true, value: null }));
  const socket = await own.openSocket();
  const closed = new Promise((resolve) => socket.once('close', resolve));
  await own.close();
  expect(await closed).toBe(1001);
  await expect(own.send('/')).rejects.toThrow('ECONNREFUSED');
});
