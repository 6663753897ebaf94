import type { AppErrorShape } from './errors.ts';
import type { CallInput, CallName, CallOutput } from './calls.ts';
import type { EventName, EventPayload } from './events.ts';

/** What a transport carries back for one call. */
export type Reply<Output = unknown> =
  | { readonly ok: true; readonly value: Output }
  | { readonly ok: false; readonly error: AppErrorShape };

/** The whole surface a window has: what the preload exposes and what the web client rebuilds. */
export interface StratboxBridge {
  request<Name extends CallName>(
    name: Name,
    input: CallInput<Name>,
  ): Promise<Reply<CallOutput<Name>>>;
  subscribe(
    listener: <Name extends EventName>(name: Name, payload: EventPayload<Name>) => void,
  ): () => void;
}
