import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { CallInput, CallName, CallOutput } from '../../../shared/contract/calls.ts';
import type { EventName } from '../../../shared/contract/events.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { defaultLimits, type RunRequest } from '../../../shared/contract/models/run.ts';
import { defaultSettings } from '../../../shared/engine/settings.ts';
import { createApp, type AppOptions } from '../services.ts';

/** An empty data folder, deleted when the test ends. */
export function createHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'stratbox-test-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  return home;
}

/** The whole app, by default as the command line has it on an empty data folder; closed with the test. */
export async function openTestApp({ host = 'cli', home = createHome() }: Partial<AppOptions> = {}) {
  const app = await createApp({ host, home });
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

/** A run of `source` on the sample data, with defaults for all that a test does not care about. */
export function runRequest(source: string, changes: Partial<RunRequest> = {}): RunRequest {
  return {
    runId: randomUUID(),
    name: 'test',
    source,
    language: 'javascript',
    datasetId: 'sp500',
    moreDatasetIds: [],
    interval: 'as-loaded',
    prices: 'adjusted',
    trials: 1,
    parameters: {},
    settings: { ...defaultSettings },
    limits: { ...defaultLimits, timeLimitSeconds: 20 },
    sandbox: 'embedded',
    ...changes,
  };
}

const examples = fileURLToPath(new URL('../../../examples/', import.meta.url));

export function exampleSource(name: string): string {
  return readFileSync(join(examples, `${name}.js`), 'utf8');
}

export const exampleNames = [
  'sma-cross',
  'rsi-mean-reversion',
  'breakout-with-bracket',
  'breakout-with-stop',
  'momentum-rotation',
  'buy-and-hold',
  'monthly-rebalance',
] as const;

/** A strategy whose `onBar(bar)` has this body. */
export function strategyWith(body: string): string {
  return `import { Strategy } from 'stratbox';
export default class Test extends Strategy {
  onBar(bar) {
    ${body}
  }
}
`;
}
