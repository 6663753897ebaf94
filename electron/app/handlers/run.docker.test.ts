import { describe, expect, it } from 'vitest';
import { defaultLimits } from '../../../shared/contract/models/run.ts';
import {
  exampleNames,
  exampleSource,
  openTestApp,
  runRequest,
  strategyWith,
} from '../testing/open-test-app.ts';
import { parallelRuns } from '../run/run-queue.ts';
import { ownContainers } from '../testing/stratbox-containers.ts';

const inDocker = { sandbox: 'docker' } as const;
const limits = { ...defaultLimits, timeLimitSeconds: 2, memoryMegabytes: 256 };

describe('a run in a container', () => {
  it.each(exampleNames)('of %s equals the embedded one to the last bit', async (name) => {
    const { call } = await openTestApp();
    const source = exampleSource(name);
    const contained = await call('run.execute', runRequest(source, inDocker));
    const embedded = await call('run.execute', runRequest(source));
    expect(contained).toMatchObject({
      status: 'done',
      error: null,
      sandbox: { kind: 'docker' },
      badges: {
        validated: { state: 'passed' },
        isolated: { state: 'passed' },
        verified: { state: 'passed' },
      },
    });
    expect(contained.manifest.imageId).toMatch(/^sha256:/);
    expect(contained.manifest.decisionsHash).toBe(embedded.manifest.decisionsHash);
    expect(contained.manifest.equityHash).toBe(embedded.manifest.equityHash);
    expect(contained.metrics).toEqual(embedded.metrics);
    await expect.poll(ownContainers).toEqual([]);
  });

  it.each([
    [
      'throws on bar 57',
      "if (bar.index === 57) throw new Error('boom');",
      'strategy-error',
      { line: 4, bar: 57 },
    ],
    ['never returns', 'while (this) { if (bar.index < 0) break; }', 'time-limit', {}],
    [
      'fills the memory',
      'this.hoard ??= []; while (this.hoard) { this.hoard.push(Array(1e5).fill(bar.index)); if (bar.index < 0) break; }',
      'out-of-memory',
      {},
    ],
  ])('that %s ends with words and no container', async (_, body, code, place) => {
    const { call } = await openTestApp();
    const record = await call(
      'run.execute',
      runRequest(strategyWith(body), { ...inDocker, limits }),
    );
    expect(record.status).toBe('failed');
    expect(record.error).toMatchObject({ code, ...place });
    expect(record.error?.hint).not.toBe('');
    await expect.poll(ownContainers).toEqual([]);
  });

  it('that prints a gigabyte keeps the first mebibyte and finishes', async () => {
    const { call } = await openTestApp();
    const source = strategyWith("console.log('x'.repeat(200_000));");
    const record = await call('run.execute', runRequest(source, inDocker));
    expect(record).toMatchObject({ status: 'done', logTruncated: true });
    expect(record.log.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThan(1_100_000);
  });

  it('is cancelled at once, and its container is gone', async () => {
    const { call, events } = await openTestApp();
    const request = runRequest(
      strategyWith('while (this) { if (bar.index < 0) break; }'),
      inDocker,
    );
    const running = call('run.execute', request);
    while (!events.some(({ payload }) => (payload as { stage?: string }).stage === 'running')) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    await call('run.cancel', { runId: request.runId });
    expect((await running).status).toBe('cancelled');
    await expect.poll(ownContainers).toEqual([]);
  });

  it('leaves nothing when the app closes in the middle of it', async () => {
    const { app, call, events } = await openTestApp();
    const source = strategyWith('while (this) { if (bar.index < 0) break; }');
    const running = call('run.execute', runRequest(source, inDocker));
    while (!events.some(({ payload }) => (payload as { stage?: string }).stage === 'running')) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    await app.close();
    expect((await running).status).toBe('cancelled');
    await expect.poll(ownContainers).toEqual([]);
  });

  it('waits for its turn among fifty quick clicks, and may leave the line', async () => {
    const { call, events } = await openTestApp();
    const requests = Array.from({ length: 50 }, () =>
      runRequest(exampleSource('buy-and-hold'), inDocker),
    );
    const all = requests.map((request) => call('run.execute', request));
    const last = requests.at(-1)?.runId ?? '';
    const stagesOf = (runId: string) =>
      events
        .map(({ payload }) => payload as { runId?: string; stage?: string; message?: string })
        .filter((payload) => payload.runId === runId && payload.stage !== undefined);
    await expect.poll(() => stagesOf(last).some(({ stage }) => stage === 'queued')).toBe(true);
    await call('run.cancel', { runId: last });
    const statuses = (await Promise.all(all)).map(({ status }) => status);
    expect(statuses.pop()).toBe('cancelled');
    expect(new Set(statuses)).toEqual(new Set(['done']));
    expect(stagesOf(last).some(({ stage }) => stage === 'preparing')).toBe(false);
    expect(mostAtOnce(events)).toBeLessThanOrEqual(parallelRuns());
    await expect.poll(ownContainers).toEqual([]);
  });
});

/** How many runs were in a sandbox at the same time, as the windows were told. */
function mostAtOnce(events: readonly { name: string; payload: unknown }[]): number {
  const inside = new Set<string>();
  let most = 0;
  for (const { name, payload } of events) {
    const { runId, stage } = payload as { runId: string; stage?: string };
    if (stage === 'preparing') inside.add(runId);
    if (name === 'run.finished') inside.delete(runId);
    most = Math.max(most, inside.size);
  }
  return most;
}
