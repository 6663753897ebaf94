import type { WebSocket } from 'ws';
import { z } from 'zod';
import { largestRequestBytes } from '../../shared/contract/calls.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { Reply } from '../../shared/contract/transport.ts';
import type { App } from '../app/services.ts';

/** With room for the envelope. */
export const maximumMessageBytes = largestRequestBytes + 1000;

/** Calls one window may have under way; a window that works properly has a handful. */
const maximumPending = 64;
/** Bytes a window may leave unread before its next requests have to wait … */
const pauseAboveBytes = 16_000_000;
/** … and before progress is no longer told to it. What it missed, it can read afterwards. */
const quietAboveBytes = 1_000_000;
const skippable: ReadonlySet<string> = new Set([
  'run.progressed',
  'run.logged',
  'image.progressed',
]);

/** Close codes of the WebSocket protocol (RFC 6455, section 7.4.1). */
const closeCodes = { unsupported: 1003, malformed: 1007 } as const;

const requestSchema = z.strictObject({
  id: z.number().int().nonnegative(),
  name: z.string().max(100),
  input: z.unknown(),
});

/** Connects one window to the app: `{id, name, input}` in, `{id, reply}` and `{event, payload}` out. */
export function serveSocket(socket: WebSocket, app: Pick<App, 'dispatch' | 'subscribe'>): void {
  let pending = 0;

  const send = (message: object) => {
    if (socket.readyState !== socket.OPEN) return;
    socket.send(JSON.stringify(message), () => {
      if (socket.isPaused && socket.bufferedAmount <= pauseAboveBytes) socket.resume();
    });
    if (socket.bufferedAmount > pauseAboveBytes) socket.pause();
  };

  const answer = async (name: string, input: unknown): Promise<Reply> => {
    if (pending >= maximumPending) return { ok: false, error: tooMany };
    pending += 1;
    try {
      return await app.dispatch(name, input);
    } finally {
      pending -= 1;
    }
  };

  socket.on('message', (data, isBinary) => {
    if (isBinary) {
      socket.close(closeCodes.unsupported, 'Messages are JSON text.');
      return;
    }
    const request = parseRequest(data as Buffer);
    if (request === undefined) {
      socket.close(closeCodes.malformed, 'A message is {"id", "name", "input"}.');
      return;
    }
    void answer(request.name, request.input).then((reply) => send({ id: request.id, reply }));
  });
  const unsubscribe = app.subscribe((event, payload) => {
    if (skippable.has(event) && socket.bufferedAmount > quietAboveBytes) return;
    send({ event, payload });
  });
  socket.once('close', unsubscribe);
  // Protocol errors, an oversized message among them; the library closes the socket with its code.
  socket.on('error', () => undefined);
}

const tooMany = new AppError(
  'conflict',
  `The window made more than ${maximumPending} calls at once.`,
  'Wait until some of them are answered.',
).toShape();

function parseRequest(data: Buffer): z.infer<typeof requestSchema> | undefined {
  try {
    return requestSchema.safeParse(JSON.parse(data.toString('utf8'))).data;
  } catch {
    // Not JSON; said to the sender by the close code.
    return undefined;
  }
}
