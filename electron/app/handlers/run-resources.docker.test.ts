import { describe, expect, it } from 'vitest';
import type { EventPayload } from '../../../shared/contract/events.ts';
import { defaultLimits } from '../../../shared/contract/models/run.ts';
import { exampleSource, openTestApp, runRequest, strategyWith } from '../testing/open-test-app.ts';

const inDocker = { sandbox: 'docker' } as const;
/** Works for a few seconds, long enough for an engine that measures once a second, and ends. */
const busy = strategyWith(
  'for (let step = 0; step < 300_000; step += 1) this.sum = (this.sum ?? 0) + Math.sqrt(step);',
);

describe('a run in a container', () => {
  it('is measured while it goes on, and keeps what it took', async () => {
    const { call, events } = await openTestApp();
    const record = await call('run.execute', runRequest(busy, inDocker));
    expect(record.status).toBe('done');
    const use = record.resources;
    expect(use?.measured).toBeGreaterThanOrEqual(2);
    expect(use?.meanCpu).toBeGreaterThan(0.1);
    expect(use?.peakMemory).toBeGreaterThan(10e6);
    expect(use?.allowed).toEqual({ memory: 512 * 1024 * 1024, cpus: 1 });

    const told = events
      .filter(({ name }) => name === 'run.progressed')
      .map(({ payload }) => payload as EventPayload<'run.progressed'>)
      .filter(({ usage }) => usage !== undefined);
    expect(told.map(({ usage }) => usage)).toEqual(use?.samples);
    for (const { stage } of told) expect(stage).toBe('running');
    expect((await call('history.read', { runId: record.summary.runId })).resources).toEqual(use);
  });

  it('that is stopped at a limit has its figures too', async () => {
    const { call } = await openTestApp();
    const limits = { ...defaultLimits, timeLimitSeconds: 3 };
    const source = strategyWith('while (this) { if (bar.index < 0) break; }');
    const record = await call('run.execute', runRequest(source, { ...inDocker, limits }));
    expect(record.error?.code).toBe('time-limit');
    expect(record.resources?.meanCpu).toBeGreaterThan(0.1);
  });

  it('with a network says so in its badges and its manifest, and without one is not compared with it', async () => {
    const { call } = await openTestApp();
    const source = exampleSource('sma-cross');
    const limits = { ...defaultLimits, network: 'bridge' as const };
    const request = () => runRequest(source, { ...inDocker, limits });
    await call('run.execute', request());
    const record = await call('run.execute', request());
    expect(record).toMatchObject({ status: 'done', manifest: { limits: { network: 'bridge' } } });
    expect(record.badges).toMatchObject({
      isolated: { state: 'failed' },
      verified: { state: 'passed' },
      reproducible: {
        state: 'unknown',
        detail: expect.stringContaining('may depend on what it fetched') as string,
      },
    });
    const closed = await call('run.execute', runRequest(source, inDocker));
    expect(closed.badges.isolated.state).toBe('passed');
    expect(closed.badges.reproducible.detail).toContain('The first run with these inputs');
  });
});
