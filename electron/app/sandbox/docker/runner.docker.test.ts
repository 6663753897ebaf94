import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { futureThief } from '../../../../shared/strategy/testing/future-thief.fixture.ts';
import { createBars } from '../../../../shared/bars/bars.ts';
import { createMarket } from '../../../../shared/bars/market.ts';
import { defaultLimits } from '../../../../shared/contract/models/run.ts';
import { defaultSettings } from '../../../../shared/engine/settings.ts';
import { executeJob, type JobOutcome } from '../execute-job.ts';
import { diagnose } from './doctor.ts';
import { createDockerSandbox, type DockerSandbox } from './index.ts';
import { labelNames } from './labels.ts';
import { thisMachine } from './machine.ts';
import { imageFolder } from './test-bench.ts';

const root = path.resolve(imageFolder, '..');
const example = readFileSync(path.join(root, 'examples', 'sma-cross.js'), 'utf8');
const { signal } = new AbortController();
const instanceId = `runner-test-${process.pid}`;
let sandbox: DockerSandbox;

// The bundles come from `npm run build -- sandbox`, which the check command runs.
beforeAll(async () => {
  sandbox = createDockerSandbox({
    instanceId,
    imageFolder,
    bundleFolder: path.join(root, 'out', 'sandbox'),
  });
  if ((await sandbox.image.status()).state !== 'ready') {
    await sandbox.image.build({ signal, onProgress: () => undefined });
  }
});
afterAll(async () => sandbox.removeOwn());

/** Two hundred days of a price that swings, so that averages cross. */
function swingingBars() {
  const column = (value: (bar: number) => number) =>
    Float64Array.from({ length: 200 }, (_, bar) => value(bar));
  const close = column((bar) => 100 + 10 * Math.sin(bar / 12));
  return createBars('SWING', {
    time: column((bar) => Date.UTC(2020, 0, 1) + bar * 86_400_000),
    open: close,
    high: column((bar) => (close[bar] ?? 0) + 1),
    low: column((bar) => (close[bar] ?? 0) - 1),
    close,
    volume: column(() => 1000),
  });
}

async function run(
  source: string,
  changes: Partial<typeof defaultLimits> = {},
): Promise<JobOutcome> {
  const limits = { ...defaultLimits, ...changes };
  const started = await sandbox.start({ runId: randomUUID(), limits, signal });
  const job = {
    source,
    parameters: {},
    names: [],
    tables: [],
    market: createMarket([{ bars: swingingBars() }]),
    reuseBar: false,
    settings: defaultSettings,
    limits,
  };
  return executeJob(started, job, { signal, onProgress: () => undefined, onLog: () => undefined });
}

const onBar = (body: string) => `
  import { Strategy } from 'stratbox';
  export default class Test extends Strategy { onBar(bar) { ${body} } }`;

describe('the runner under the whole settings table', () => {
  it('runs an example and returns its decisions', async () => {
    const outcome = await run(example);
    expect(outcome.status).toBe('done');
    if (outcome.status === 'done') expect(outcome.decisions.length).toBeGreaterThan(3);
  });

  it('hands no column to a strategy that reaches for the future', async () => {
    const outcome = await run(futureThief);
    expect(outcome).toMatchObject({ status: 'done', log: [{ text: 'caught 0' }] });
  });

  it('computes as ever for a strategy that patches builtins', async () => {
    const patches = `
      const change = (owner, name, value) => { try { owner[name] = value; } catch { /* frozen */ } };
      change(Array.prototype, 'push', () => 0);
      change(Math, 'max', () => 1e9);
      change(JSON, 'stringify', () => '[]');
      change(Number, 'isFinite', () => true);
      change(Float64Array.prototype, 'fill', function () { return this; });
      change(Object.prototype, 'amount', 1e6);`;
    const honest = onBar('if (bar.index === 3) this.buy(1); if (bar.index === 9) this.sell(1);');
    const expected = await run(honest);
    expect(expected).toMatchObject({ status: 'done', decisions: { length: 2 } });
    expect(await run(patches + honest)).toEqual(expected);
  });

  it('gives the same decisions every time', async () => {
    expect(await run(example)).toEqual(await run(example));
  });

  it.each([
    ['throws', onBar('throw new Error("on purpose")'), 'strategy-error'],
    ['never returns', onBar('for (;;) {}'), 'time-limit'],
    ['fills the heap', onBar('const kept = []; for (;;) kept.push({ bar })'), 'out-of-memory'],
    [
      'fills memory beside the heap',
      onBar('const kept = []; for (;;) kept.push(new Float64Array(1e6).fill(1))'),
      'out-of-memory',
    ],
  ])('says what went wrong when a strategy %s', async (_name, source, code) => {
    const outcome = await run(source, { timeLimitSeconds: 4, memoryMegabytes: 256 });
    expect(outcome).toMatchObject({ status: 'failed', error: { code } });
  });

  it('leaves no container after any of them', async () => {
    const { engine } = await diagnose(thisMachine());
    const filters = { label: [`${labelNames.instance}=${instanceId}`] };
    const left = () => engine?.docker.listContainers({ all: true, filters });
    await expect.poll(left).toEqual([]);
  });
});
