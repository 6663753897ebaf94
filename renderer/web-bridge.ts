import { AppError } from '../shared/contract/errors.ts';
import type { Reply, StratboxBridge } from '../shared/contract/transport.ts';

/** The part of WebSocket that the client uses. */
export type Socket = Pick<WebSocket, 'send' | 'close' | 'addEventListener' | 'readyState'>;

/** `silent`: the connection stands, but nothing comes over it. */
export type Connection = 'connected' | 'silent' | 'lost';

interface Heartbeat {
  readonly every: number;
  readonly patience: number;
}

interface Options {
  readonly open: () => Socket;
  readonly onConnectionChanged: (state: Connection) => void;
  /** How often the app is asked for a sign of life, and how long it may take, in milliseconds. */
  readonly heartbeat?: Heartbeat;
  /** How long to wait before each next attempt, in milliseconds. */
  readonly retryDelays?: readonly number[];
}

type Listener = Parameters<StratboxBridge['subscribe']>[0];
type Settle = (reply: Reply) => void;

const defaultDelays = [250, 500, 1000, 2000, 4000];
/** Together less than the 5 s after which a person should know. */
const defaultHeartbeat: Heartbeat = { every: 2000, patience: 2500 };
const openState = 1;

const lost = new AppError(
  'internal',
  'The connection to Stratbox was lost.',
  'It is being made again. If Stratbox is still there, a run under way goes on; if it was ended, so was the run.',
).toShape();

/**
 * The bridge over a WebSocket, for the workbench in a browser. Requests made before the first
 * connection wait for it; those under way when it is lost fail, for nobody knows how far they came.
 */
export function createWebBridge(options: Options): StratboxBridge {
  const { open, onConnectionChanged } = options;
  const { retryDelays = defaultDelays, heartbeat = defaultHeartbeat } = options;
  const listeners = new Set<Listener>();
  const pending = new Map<number, Settle>();
  const waiting: string[] = [];
  let socket: Socket | undefined;
  let everConnected = false;
  let attempts = 0;
  let nextId = 1;
  let beat: ReturnType<typeof setTimeout> | undefined;
  let silent = false;

  const takeId = () => {
    nextId += 1;
    return nextId - 1;
  };

  /** Whatever arrives is a sign of life; after a while without any, one is asked for. */
  const listenForLife = (current: Socket) => {
    if (silent) onConnectionChanged('connected');
    silent = false;
    clearTimeout(beat);
    beat = setTimeout(() => {
      current.send(JSON.stringify({ id: takeId(), name: 'app.info', input: {} }));
      beat = setTimeout(() => {
        silent = true;
        onConnectionChanged('silent');
      }, heartbeat.patience);
    }, heartbeat.every);
  };

  const attach = () => {
    const current = open();
    socket = current;
    current.addEventListener('open', () => {
      attempts = 0;
      everConnected = true;
      for (const message of waiting.splice(0)) current.send(message);
      onConnectionChanged('connected');
      listenForLife(current);
    });
    current.addEventListener('message', (event: MessageEvent) => {
      listenForLife(current);
      receive(String(event.data));
    });
    current.addEventListener('close', () => {
      clearTimeout(beat);
      silent = false;
      const settles = [...pending.values()];
      pending.clear();
      waiting.length = 0;
      for (const settle of settles) settle({ ok: false, error: lost });
      onConnectionChanged('lost');
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
        const id = takeId();
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
