import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import type { EventListener } from '../../app/services.ts';
import type { Dispatch } from '../../app/dispatch.ts';
import { startWebServer } from '../server.ts';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A web host on a free port over `dispatch`, with a page and a script, and ways to talk to it raw. */
export async function createWebBench(dispatch: Dispatch) {
  const folder = mkdtempSync(join(tmpdir(), 'stratbox-web-'));
  const pages = join(folder, 'renderer');
  mkdirSync(join(pages, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.js'), 'secret');
  writeFileSync(join(pages, 'index.html'), '<!doctype html>window');
  writeFileSync(join(pages, 'assets', 'index-abc.js'), 'export {};');

  const listeners = new Set<EventListener>();
  const subscribe = (listener: EventListener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const server = await startWebServer({ app: { dispatch, subscribe }, pages, port: 0 });
  const host = `127.0.0.1:${server.port}`;
  const origin = `http://${host}`;

  /** One request with exactly these headers; the path is sent as it is. */
  const send = (path: string, headers: OutgoingHttpHeaders = {}, method = 'GET') =>
    new Promise<Answer>((resolve, reject) => {
      const options = { host: '127.0.0.1', port: server.port, path, method, agent: false };
      const outgoing = request({ ...options, headers: { host, ...headers } }, (response) => {
        let body = '';
        response.setEncoding('utf8');
        response.on('data', (text: string) => (body += text));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        );
      });
      outgoing.on('error', reject);
      outgoing.end();
    });

  const navigation = { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' };
  const pathOf = (link: string) => link.slice(link.indexOf('/?'));
  /** Uses up a new link, as a browser does. Returns the Cookie header that it sends from then on. */
  const logIn = async () => {
    const { headers } = await send(pathOf(server.newLink()), navigation);
    return (headers['set-cookie']?.[0] ?? '').split(';')[0] ?? '';
  };
  /** Resolves with the open socket, or with the status by which the upgrade was refused. */
  const connect = (headers: OutgoingHttpHeaders, path = '/socket') =>
    new Promise<WebSocket | number>((resolve, reject) => {
      const socket = new WebSocket(`ws://127.0.0.1:${server.port}${path}`, { headers });
      socket.once('open', () => resolve(socket));
      socket.once('unexpected-response', (_request, response) => {
        resolve(response.statusCode ?? 0);
        response.destroy();
      });
      socket.once('error', reject);
    });

  return {
    server,
    host,
    origin,
    listeners,
    send,
    navigation,
    pathOf,
    logIn,
    connect,
    async openSocket(): Promise<WebSocket> {
      const socket = await connect({ cookie: await logIn(), origin });
      if (typeof socket === 'number') throw new Error(`The socket was refused with ${socket}`);
      return socket;
    },
    async close() {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const nextMessage = (socket: WebSocket) =>
  new Promise<unknown>((resolve) => {
    socket.once('message', (data: Buffer) => resolve(JSON.parse(data.toString('utf8'))));
  });

export const closeCode = (socket: WebSocket) =>
  new Promise<number>((resolve) => socket.once('close', resolve));
