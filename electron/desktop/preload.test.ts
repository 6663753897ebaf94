import { beforeAll, expect, it, vi } from 'vitest';
import { contextBridge, ipcRenderer } from './testing/fake-electron.ts';

vi.mock('electron', () => import('./testing/fake-electron.ts'));

let stratbox: Record<string, (...args: unknown[]) => unknown>;
beforeAll(async () => {
  await import('./preload.ts');
  stratbox = contextBridge.exposed.get('stratbox') as typeof stratbox;
});

it('exposes one object with exactly two functions', () => {
  expect([...contextBridge.exposed.keys()]).toEqual(['stratbox']);
  expect(Object.entries(stratbox).map(([name, value]) => [name, typeof value])).toEqual([
    ['request', 'function'],
    ['subscribe', 'function'],
  ]);
});

it('sends requests as text over one channel', async () => {
  ipcRenderer.invoke.mockResolvedValueOnce({ ok: true, value: 1 });
  expect(await stratbox['request']?.('app.info', {})).toEqual({ ok: true, value: 1 });
  expect(ipcRenderer.invoke).toHaveBeenCalledExactlyOnceWith(
    'stratbox:request',
    '{"name":"app.info","input":{}}',
  );
});

it('hands on events without the sender behind them, until unsubscribed', () => {
  const listener = vi.fn();
  const unsubscribe = stratbox['subscribe']?.(listener) as () => void;
  const [channel, hear] = ipcRenderer.on.mock.lastCall as [string, (...args: unknown[]) => void];
  expect(channel).toBe('stratbox:event');
  hear({ sender: ipcRenderer }, 'history.changed', {});
  expect(listener).toHaveBeenCalledExactlyOnceWith('history.changed', {});
  unsubscribe();
  expect(ipcRenderer.off).toHaveBeenCalledExactlyOnceWith('stratbox:event', hear);
});
