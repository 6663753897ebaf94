import type { AppErrorShape } from '../shared/contract/errors.ts';
import type { CallName } from '../shared/contract/calls.ts';
import type { EventName, EventPayload } from '../shared/contract/events.ts';
import type { StratboxBridge } from '../shared/contract/transport.ts';
import { connect } from './api.ts';

type Answer = (input: never) => unknown;

/** An app whose answers a test gives, connected to the window's stores. For tests only. */
export function connectTestApp(answers: Partial<Record<CallName, Answer>>) {
  const asked: { name: CallName; input: unknown }[] = [];
  let tell: Parameters<StratboxBridge['subscribe']>[0] = () => undefined;
  connect({
    async request(name, input) {
      asked.push({ name, input });
      try {
        return { ok: true, value: (await answers[name]?.(input as never)) as never };
      } catch (error) {
        return { ok: false, error: error as AppErrorShape };
      }
    },
    subscribe(listener) {
      tell = listener;
      return () => undefined;
    },
  });
  return {
    /** Every call so far, in order. */
    asked,
    emit: <Name extends EventName>(name: Name, payload: EventPayload<Name>) => tell(name, payload),
  };
}
