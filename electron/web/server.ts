import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { App } from '../app/services.ts';
import { pageHeaders } from '../pages/content-security-policy.ts';
import { findStaticFile } from '../pages/static-files.ts';
import { refusalPage } from './refusal-page.ts';
import { createGate, type Gate } from './security.ts';
import { createSessions } from './session.ts';
import { maximumMessageBytes, serveSocket } from './socket.ts';

export interface WebServer {
  readonly port: number;
  /** An address that opens the workbench once. */
  newLink(): string;
  /** Stops listening and ends every connection. The app itself stays open. */
  close(): Promise<void>;
}

interface Options {
  readonly app: Pick<App, 'dispatch' | 'subscribe'>;
  /** Where the built window is. */
  readonly pages: string;
  /** 0 for any free one. */
  readonly port: number;
}

const loopback = '127.0.0.1';

/** Serves the workbench to browsers on this machine. Rejects with the system's error if it cannot listen. */
export async function startWebServer({ app, pages, port: wanted }: Options): Promise<WebServer> {
  const sessions = createSessions();
  const http = createServer({ maxHeaderSize: 16_384 });
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject);
    http.listen(wanted, loopback, resolve);
  });
  const { port } = http.address() as AddressInfo;
  const gate = createGate(port, sessions);
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: maximumMessageBytes,
    perMessageDeflate: false,
  });

  http.on('request', (request, response) => {
    answerRequest(gate, pages, request, response).catch(() => {
      // A file that cannot be read; what was sent of it is cut, so that it is not taken for whole.
      response.destroy();
    });
  });
  http.on('upgrade', (request, stream, head) => {
    const refusal = gate.judgeUpgrade(request.headers);
    if (refusal !== undefined) refuseUpgrade(stream, refusal.status);
    else if (request.url !== '/socket') refuseUpgrade(stream, 404);
    else sockets.handleUpgrade(request, stream, head, (socket) => serveSocket(socket, app));
  });

  return {
    port,
    newLink: () => `http://${loopback}:${port}/?token=${sessions.newToken()}`,
    async close() {
      const goingAway = 1001;
      for (const socket of sockets.clients) socket.close(goingAway, 'Stratbox was closed.');
      const closed = new Promise((resolve) => http.close(resolve));
      http.closeAllConnections();
      // Upgraded connections are no longer the server's: those that do not hang up are cut.
      const cut = setTimeout(() => sockets.clients.forEach((socket) => socket.terminate()), 500);
      await closed;
      clearTimeout(cut);
    },
  };
}

function refuseUpgrade(stream: Duplex, status: number): void {
  stream.on('error', () => stream.destroy());
  stream.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

async function answerRequest(
  gate: Gate,
  pages: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  for (const [name, value] of Object.entries(pageHeaders)) response.setHeader(name, value);
  response.setHeader('Cache-Control', 'no-store');
  const [path = '/', query] = (request.url ?? '/').split('?', 2);
  const token = new URLSearchParams(query).get('token');
  const mayExchange = request.method === 'GET' && path === '/';
  const judgement = gate.judgeGet(request.headers, mayExchange ? token : null);
  if ('refusal' in judgement) {
    const { status, message, hint } = judgement.refusal;
    sendPage(response, status, message, hint);
  } else if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    sendPage(response, 405, 'Stratbox serves files only.', 'Calls go through its socket.');
  } else if (judgement.pass === 'token') {
    const attributes = 'Path=/; HttpOnly; SameSite=Strict';
    response.setHeader('Set-Cookie', `${gate.cookieName}=${judgement.secret}; ${attributes}`);
    response.writeHead(303, { Location: '/' }).end();
  } else if (token !== null) {
    response.writeHead(303, { Location: '/' }).end();
  } else {
    await sendFile(pages, path, request, response);
  }
}

async function sendFile(
  pages: string,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const file = findStaticFile(pages, path);
  if (file === undefined) {
    sendPage(
      response,
      404,
      'There is no such page.',
      'Open the address without anything behind it.',
    );
    return;
  }
  if (path !== '/' && path !== '/index.html') {
    response.setHeader('Cache-Control', 'private, no-cache');
    response.setHeader('ETag', file.entityTag);
    if (request.headers['if-none-match'] === file.entityTag) {
      response.writeHead(304).end();
      return;
    }
  }
  const content = await readFile(file.path);
  response.writeHead(200, { 'Content-Type': file.mediaType, 'Content-Length': content.length });
  response.end(request.method === 'HEAD' ? undefined : content);
}

function sendPage(response: ServerResponse, status: number, message: string, hint: string): void {
  // Whatever the request still sends is not read.
  response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8', Connection: 'close' });
  response.end(refusalPage(message, hint));
}
