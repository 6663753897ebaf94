import type { CallInput, CallName, CallOutput } from '../shared/contract/calls.ts';
import { AppError } from '../shared/contract/errors.ts';
import type { EventName, EventPayload } from '../shared/contract/events.ts';
import { refuseLongSource } from '../shared/contract/refuse-long-source.ts';
import type { StratboxBridge } from '../shared/contract/transport.ts';

type Listener = (payload: never) => void;

let bridge: StratboxBridge | undefined;
const listeners = new Map<EventName, Set<Listener>>();

/** Chooses the app behind the window: the desktop's preload, the web socket, or a test's own. */
export function connect(chosen: StratboxBridge): void {
  bridge = chosen;
  chosen.subscribe((name, payload) => {
    for (const listener of listeners.get(name) ?? []) listener(payload as never);
  });
}

/** @throws {AppError} with what a person can do about it, whatever went wrong. */
export async function call<Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
): Promise<CallOutput<Name>> {
  if (!bridge) throw new AppError('internal', 'The window is not connected to Stratbox.');
  refuseLongSource(input);
  const reply = await bridge.request(name, input);
  if (reply.ok) return reply.value;
  throw new AppError(reply.error.code, reply.error.message, reply.error.hint);
}

/** Calls `listener` at every such event until the returned function is called. */
export function onEvent<Name extends EventName>(
  name: Name,
  listener: (payload: EventPayload<Name>) => void,
): () => void {
  const known = listeners.get(name) ?? new Set<Listener>();
  listeners.set(name, known.add(listener));
  return () => known.delete(listener);
}

/** Anything thrown, as an error that can be shown. */
export function asAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new AppError('internal', message, 'Try again; if it happens again, report it.');
}
