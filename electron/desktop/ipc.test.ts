import type { BrowserWindow } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { largestRequestBytes } from '../../shared/contract/calls.ts';
import { answerRequests, sendEvent } from './ipc.ts';
import { FakeBrowserWindow, FakeWebContents, ipcMain } from './testing/fake-electron.ts';
import { resetFakeElectron } from './testing/fake-electron.ts';

vi.mock('electron', () => import('./testing/fake-electron.ts'));

const reply = { ok: true as const, value: 42 };
const dispatch = vi.fn(async () => reply);
let window: FakeBrowserWindow;
const ours = () => window as unknown as BrowserWindow;

beforeEach(() => {
  resetFakeElectron();
  window = new FakeBrowserWindow({});
  answerRequests(ours, dispatch);
});

function request(event: object, text: unknown): Promise<unknown> {
  return ipcMain.handlers.get('stratbox:request')?.(event, text) as Promise<unknown>;
}
const fromPage = () => ({
  sender: window.webContents,
  senderFrame: window.webContents.mainFrame as object | null,
});
const call = '{"name":"app.info","input":{"a":1}}';

describe('a request', () => {
  it('from our page is dispatched; it is the only channel', async () => {
    expect(await request(fromPage(), call)).toEqual(reply);
    expect(dispatch).toHaveBeenCalledExactlyOnceWith('app.info', { a: 1 });
    expect([...ipcMain.handlers.keys()]).toEqual(['stratbox:request']);
  });

  it.each<[string, (event: ReturnType<typeof fromPage>) => object]>([
    ['another window', (event) => ({ ...event, sender: new FakeWebContents() })],
    ['a frame that is gone', (event) => ({ ...event, senderFrame: null })],
    [
      'an iframe of our origin',
      (event) => ({
        ...event,
        senderFrame: { parent: event.senderFrame, origin: 'app://stratbox' },
      }),
    ],
    [
      'another page',
      (event) => ({ ...event, senderFrame: { parent: null, origin: 'https://evil.example' } }),
    ],
    [
      'another app:// host',
      (event) => ({ ...event, senderFrame: { parent: null, origin: 'app://stratbox.evil' } }),
    ],
    ['a sandboxed page', (event) => ({ ...event, senderFrame: { parent: null, origin: 'null' } })],
  ])('from %s is refused', async (_name, change) => {
    await expect(request(change(fromPage()), call)).rejects.toThrow('Refused');
    expect(dispatch).not.toHaveBeenCalled();
  });

  it('is refused when the window is gone', async () => {
    const event = fromPage();
    window.destroyed = true;
    await expect(request(event, call)).rejects.toThrow('Refused');
  });

  it.each([{ name: 'app.info' }, null, 'no JSON', '[]', '{"name":1}', '{"name":"a","x":1}'])(
    'of another shape is told so: %o',
    async (text) => {
      const answer = await request(fromPage(), text);
      expect(answer).toMatchObject({ ok: false, error: { code: 'bad-input' } });
      expect(dispatch).not.toHaveBeenCalled();
    },
  );

  it('larger than any call takes is not even parsed', async () => {
    const answer = await request(fromPage(), ' '.repeat(largestRequestBytes + 1));
    expect(answer).toMatchObject({ ok: false, error: { code: 'too-large' } });
  });
});

describe('an event', () => {
  it('goes to the window over one channel', () => {
    sendEvent(ours(), 'menu.commandChosen', { command: 'run.start' });
    expect(window.webContents.send).toHaveBeenCalledExactlyOnceWith(
      'stratbox:event',
      'menu.commandChosen',
      { command: 'run.start' },
    );
  });

  it('is dropped when there is no window to hear it', () => {
    window.destroyed = true;
    sendEvent(ours(), 'history.changed', {});
    sendEvent(undefined, 'history.changed', {});
    expect(window.webContents.send).not.toHaveBeenCalled();
  });
});
