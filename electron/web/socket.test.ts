import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDispatch, type Handlers } from '../app/dispatch.ts';
import { maximumMessageBytes } from './socket.ts';
import { closeCode, createWebBench, nextMessage } from './testing/web-bench.ts';

const info = { version: '0', host: 'web', platform: 'test', examplesFirst: 'x' } as const;
let release: () => void = () => undefined;
const gate = new Promise<void>((resolve) => (release = resolve));
// The real dispatch; of its handlers, only those that these tests call.
const handlers = {
  'app.info': () => info,
  'history.list': async () => {
    await gate;
    return [];
  },
} as unknown as Handlers;

let bench: Awaited<ReturnType<typeof createWebBench>>;
beforeAll(async () => {
  bench = await createWebBench(createDispatch(handlers, () => undefined));
});
afterAll(() => bench.close());

describe('a window at the socket', () => {
  it('is answered with the id it gave', async () => {
    const socket = await bench.openSocket();
    socket.send(JSON.stringify({ id: 7, name: 'app.info', input: {} }));
    expect(await nextMessage(socket)).toEqual({ id: 7, reply: { ok: true, value: info } });
    socket.terminate();
  });

  it('hears of events until it leaves', async () => {
    const socket = await bench.openSocket();
    for (const tell of bench.listeners) tell('history.changed', {});
    expect(await nextMessage(socket)).toEqual({ event: 'history.changed', payload: {} });
    const before = bench.listeners.size;
    socket.close();
    await closeCode(socket);
    await expect.poll(() => bench.listeners.size).toBe(before - 1);
  });

  it('is told when a call does not exist', async () => {
    const socket = await bench.openSocket();
    socket.send(JSON.stringify({ id: 1, name: 'app.erase', input: {} }));
    expect(await nextMessage(socket)).toMatchObject({
      id: 1,
      reply: { ok: false, error: { code: 'unknown-call' } },
    });
    socket.terminate();
  });

  it.each([
    'not JSON',
    '[]',
    '{"name":"app.info"}',
    '{"id":"1","name":"app.info"}',
    '{"id":1,"name":7}',
    '{"id":1,"name":"app.info","more":1}',
  ])('is cut off for %s', async (message) => {
    const socket = await bench.openSocket();
    socket.send(message);
    expect(await closeCode(socket)).toBe(1007);
  });

  it('is cut off for bytes', async () => {
    const socket = await bench.openSocket();
    socket.send(Buffer.from('{"id":1,"name":"app.info"}'));
    expect(await closeCode(socket)).toBe(1003);
  });

  it('is cut off for a message larger than any call takes, as soon as its length is known', async () => {
    const socket = await bench.openSocket();
    // A frame's head alone (RFC 6455, 5.2): final text frame, masked, 64-bit length.
    const head = Buffer.alloc(14);
    head.writeUInt16BE(0x81ff);
    head.writeBigUInt64BE(BigInt(maximumMessageBytes + 1), 2);
    (socket as unknown as { _socket: { write(data: Buffer): void } })._socket.write(head);
    expect(await closeCode(socket)).toBe(1009);
  });

  it('may have 64 calls under way, and is answered at once beyond that', async () => {
    const socket = await bench.openSocket();
    const answers: { id: number; reply: { ok: boolean } }[] = [];
    socket.on('message', (data: Buffer) =>
      answers.push(JSON.parse(data.toString('utf8')) as (typeof answers)[number]),
    );
    for (let id = 0; id < 66; id += 1) {
      socket.send(JSON.stringify({ id, name: 'history.list', input: {} }));
    }
    await expect.poll(() => answers.map(({ id }) => id)).toEqual([64, 65]);
    expect(answers[0]).toMatchObject({ reply: { error: { code: 'conflict' } } });
    release();
    await expect.poll(() => answers.filter(({ reply }) => reply.ok).length).toBe(64);
    socket.terminate();
  });
});

it('holds back the requests of a window that does not read its answers', async () => {
  let served = 0;
  const answer = 'x'.repeat(4_000_000);
  const own = await createWebBench(async () => {
    served += 1;
    return { ok: true, value: answer };
  });
  const socket = await own.openSocket();
  socket.pause();
  for (let id = 0; id < 40; id += 1) {
    socket.send(JSON.stringify({ id, name: 'app.info', input: {} }));
    await new Promise((resolve) => setImmediate(resolve));
  }
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(served).toBeLessThan(30);
  let received = 0;
  socket.on('message', () => (received += 1));
  socket.resume();
  await expect.poll(() => received).toBe(40);
  await own.close();
});
