import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { CallInput, CallName, CallOutput } from '../../../shared/contract/calls.ts';
import type { EventName } from '../../../shared/contract/events.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { createApp, type AppOptions } from '../services.ts';

export { exampleNames, exampleSource, runRequest, strategyWith } from './run-requests.ts';

/** An empty data folder, deleted when the test ends. */
export function createHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'stratbox-test-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  return home;
}

/** The whole app, by default as the command line has it on an empty data folder; closed with the test. */
export async function openTestApp(options: Partial<AppOptions> = {}) {
  const home = options.home ?? createHome();
  const app = await createApp({ host: 'cli', ...options, home });
  onTestFinished(() => app.close());
  const events: { name: EventName; payload: unknown }[] = [];
  app.subscribe((name, payload) => events.push({ name, payload }));
  const call = async <Name extends CallName>(
    name: Name,
    input: CallInput<Name>,
  ): Promise<CallOutput<Name>> => {
    const reply = await app.dispatch(name, input);
    if (!reply.ok) throw new AppError(reply.error.code, reply.error.message, reply.error.hint);
    return reply.value as CallOutput<Name>;
  };
  return { app, home, call, events };
}
