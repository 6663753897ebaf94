import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';
import type { CallInput, CallName, CallOutput } from '../../../shared/contract/calls.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { EventName } from '../../../shared/contract/events.ts';
import type { Reply } from '../../../shared/contract/transport.ts';

export interface AppProcess {
  readonly processId: number;
  call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>>;
  readonly events: readonly { readonly event: EventName; readonly payload: unknown }[];
  /** SIGKILL, in the middle of whatever it does. */
  kill(): Promise<void>;
  /** As a window that is closed. */
  close(): Promise<void>;
}

interface AppProcessOptions {
  readonly home: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Runs as this user and group; only root may ask for it. */
  readonly userId?: number;
}

type Message =
  | { readonly ready: true }
  | { readonly id: number; readonly reply: Reply }
  | { readonly event: EventName; readonly payload: unknown };

const program = fileURLToPath(new URL('app-child.ts', import.meta.url));

/** The whole app in a process of its own, with a warm pool as in a window. Ended with the test. */
export async function openAppProcess(options: AppProcessOptions): Promise<AppProcess> {
  const { home, environment, userId } = options;
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, home], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, ...environment },
    ...(userId === undefined ? {} : { uid: userId, gid: userId }),
  });
  const exited = once(child, 'exit');
  const end = async (how: () => void) => {
    if (child.exitCode === null && child.signalCode === null) how();
    await exited;
  };
  onTestFinished(() => end(() => child.kill('SIGKILL')));
  // A killed app takes its half of the pipe with it.
  child.stdin.on('error', () => undefined);

  const events: { event: EventName; payload: unknown }[] = [];
  const waiting = new Map<number, (reply: Reply) => void>();
  const ready = Promise.withResolvers<void>();
  void exited.then(() => ready.reject(new Error('The app ended before it was ready.')));
  createInterface({ input: child.stdout }).on('line', (line) => {
    const message = JSON.parse(line) as Message;
    if ('ready' in message) ready.resolve();
    else if ('event' in message) events.push(message);
    else waiting.get(message.id)?.(message.reply);
  });
  let lastId = 0;
  const call = async <Name extends CallName>(name: Name, input: CallInput<Name>) => {
    const id = (lastId += 1);
    const reply = await new Promise<Reply>((resolve) => {
      waiting.set(id, resolve);
      child.stdin.write(`${JSON.stringify({ id, name, input })}\n`);
    });
    if (!reply.ok) throw new AppError(reply.error.code, reply.error.message, reply.error.hint);
    return reply.value as CallOutput<Name>;
  };
  await ready.promise;
  return {
    processId: child.pid ?? 0,
    call,
    events,
    kill: () => end(() => child.kill('SIGKILL')),
    close: () => end(() => child.stdin.end()),
  };
}
