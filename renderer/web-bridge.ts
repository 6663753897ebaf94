import { AppError } from '../shared/contract/errors.ts';
import type { Reply, StratboxBridge } from '../shared/contract/transport.ts';

/** The part of WebSocket that the client uses. */
export type Socket = Pick<WebSocket, 'send' | 'close' | 'addEventListener' | 'readyState'>;

interface Options {
  readonly open: () => Socket;
  /** Hears when the connection is made, made again, or lost. */
  readonly onConnectionChanged: (connected: boolean) => void;
  /** How long to wait before each next attempt, in milliseconds. */
  readonly retryDelays?: readonly number[];
}

type Listener = Parameters<StratboxBridge['subscribe']>[0];
type Settle = (reply: Reply) => void;

const defaultDelays = [250, 500, 1000, 2000, 4000];
const openState = 1;

const lost = new AppError(
  'internal',
  'The connection to Stratbox was lost.',
  'It is being made again. A run that was under way goes on and will be listed under Runs.',
).toShape();

/**
 * The bridge over a WebSocket, for the workbench in a browser. Requests made before the first
 * connection wait for it; those under way when it is lost fail, for nobody knows how far they came.
 */
export function createWebBridge(options: Options): StratboxBridge {
  const { open, onConnectionChanged, retryDelays = defaultDelays } = options;
  const listeners = new Set<Listener>();
  const pending = new Map<number, Settle>();
  const waiting: string[] = [];
  let socket: Socket | undefined;
  let everConnected = false;
  let attempts = 0;
  let nextId = 1;

  const attach = () => {
    const current = open();
    socket = current;
    current.addEventListener('open', () => {
      attempts = 0;
      everConnected = true;
      for (const message of waiting.splice(0)) current.send(message);
      onConnectionChanged(true);
    });
    current.addEventListener('message', (event: MessageEvent) => receive(String(event.data)));
    current.addEventListener('close', () => {
      const settles = [...pending.values()];
      pending.clear();
      waiting.length = 0;
      for (const settle of settles) settle({ ok: false, error: lost });
      onConnectionChanged(false);
      const delay = retryDelays[Math.min(attempts, retryDelays.length - 1)] ?? 1000;
      attempts += 1;
      setTimeout(attach, delay);
    });
  };

  const receive = (text: string) => {
    const message = JSON.parse(text) as
      | { readonly id: number; readonly reply: Reply }
      | { readonly event: never; readonly payload: never };
    if ('event' in message) {
      for (const listener of listeners) listener(message.event, message.payload);
      return;
    }
    pending.get(message.id)?.(message.reply);
    pending.delete(message.id);
  };

  attach();
  return {
    request: (name, input) =>
      new Promise((resolve) => {
        const isOpen = socket?.readyState === openState;
        if (!isOpen && everConnected) {
          resolve({ ok: false, error: lost });
          return;
        }
        const id = nextId;
        nextId += 1;
        pending.set(id, resolve as Settle);
        const message = JSON.stringify({ id, name, input });
        if (isOpen) socket?.send(message);
        else waiting.push(message);
      }),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
