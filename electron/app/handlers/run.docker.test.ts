import { describe, expect, it } from 'vitest';
import {
  exampleNames,
  exampleSource,
  openTestApp,
  runRequest,
  strategyWith,
} from '../testing/open-test-app.ts';
import { stratboxContainers } from '../testing/stratbox-containers.ts';

const inDocker = { sandbox: 'docker' } as const;
const limits = { timeLimitSeconds: 2, memoryMegabytes: 256, cpus: 1 };

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
    await expect.poll(stratboxContainers, { timeout: 5000 }).toEqual([]);
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
    await expect.poll(stratboxContainers, { timeout: 5000 }).toEqual([]);
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
    await expect.poll(stratboxContainers, { timeout: 5000 }).toEqual([]);
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
    await expect.poll(stratboxContainers, { timeout: 5000 }).toEqual([]);
  });
});
