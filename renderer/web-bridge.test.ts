import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createWebBridge, type Connection, type Socket } from './web-bridge.ts';

/** A socket whose other end is the test. */
class FakeSocket extends EventTarget {
  readyState = 0;
  readonly sent: { id: number; name: string; input: unknown }[] = [];
  send(text: string) {
    this.sent.push(JSON.parse(text) as FakeSocket['sent'][number]);
  }
  close() {
    this.readyState = 3;
    this.dispatchEvent(new Event('close'));
  }
  open() {
    this.readyState = 1;
    this.dispatchEvent(new Event('open'));
  }
  receive(message: object) {
    this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(message) }));
  }
}

const sockets: FakeSocket[] = [];
const changes: Connection[] = [];
const openBridge = () =>
  createWebBridge({
    open: () => {
      const socket = new FakeSocket();
      sockets.push(socket);
      return socket as unknown as Socket;
    },
    onConnectionChanged: (state) => changes.push(state),
    retryDelays: [100, 300],
    heartbeat: { every: 2000, patience: 2500 },
  });
const at = (index: number) => sockets[index] as FakeSocket;

beforeEach(() => {
  sockets.length = 0;
  changes.length = 0;
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

describe('the web bridge', () => {
  it('sends what was asked before the connection stood, and matches replies by id', async () => {
    const bridge = openBridge();
    const info = bridge.request('app.info', {});
    const list = bridge.request('catalog.list', {});
    expect(at(0).sent).toEqual([]);
    at(0).open();
    const [first, second] = at(0).sent;
    expect([first?.name, second?.name]).toEqual(['app.info', 'catalog.list']);
    at(0).receive({ id: second?.id, reply: { ok: true, value: ['list'] } });
    at(0).receive({ id: first?.id, reply: { ok: true, value: 'info' } });
    expect(await list).toEqual({ ok: true, value: ['list'] });
    expect(await info).toEqual({ ok: true, value: 'info' });
  });

  it('hands events to every listener until it leaves', () => {
    const bridge = openBridge();
    const heard = vi.fn();
    const leave = bridge.subscribe(heard);
    at(0).open();
    at(0).receive({ event: 'catalog.changed', payload: {} });
    leave();
    at(0).receive({ event: 'catalog.changed', payload: {} });
    expect(heard.mock.calls).toEqual([['catalog.changed', {}]]);
  });

  it('fails what was under way when the connection is lost, and connects again', async () => {
    const bridge = openBridge();
    at(0).open();
    const pending = bridge.request('app.info', {});
    at(0).close();
    expect(await pending).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(await bridge.request('app.info', {})).toMatchObject({ ok: false });
    expect(changes).toEqual(['connected', 'lost']);

    vi.advanceTimersByTime(100);
    at(1).close();
    vi.advanceTimersByTime(299);
    expect(sockets).toHaveLength(2);
    vi.advanceTimersByTime(1);
    at(2).open();
    expect(changes.at(-1)).toBe('connected');
    void bridge.request('app.info', {});
    expect(at(2).sent).toHaveLength(1);
  });

  it('says within five seconds that the app is silent, and when it speaks again', () => {
    openBridge();
    at(0).open();
    for (let second = 0; second < 20; second += 1) {
      vi.advanceTimersByTime(1000);
      for (const { id } of at(0).sent.splice(0)) at(0).receive({ id, reply: { ok: true } });
    }
    expect(changes).toEqual(['connected']);

    vi.advanceTimersByTime(5000);
    expect(changes).toEqual(['connected', 'silent']);
    vi.advanceTimersByTime(60_000);
    expect(changes).toHaveLength(2);
    at(0).receive({ event: 'catalog.changed', payload: {} });
    expect(changes.at(-1)).toBe('connected');
  });

  it('asks nothing of a connection that is gone', () => {
    openBridge();
    at(0).open();
    vi.advanceTimersByTime(2100);
    at(0).close();
    vi.advanceTimersByTime(60);
    expect(changes).toEqual(['connected', 'lost']);
    vi.advanceTimersByTime(20_000);
    expect(changes).toEqual(['connected', 'lost']);
  });
});
