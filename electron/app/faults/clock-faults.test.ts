import { afterEach, expect, it, vi } from 'vitest';
import { openTestApp, runRequest, strategyWith } from '../testing/open-test-app.ts';

afterEach(() => vi.useRealTimers());

const day = 86_400_000;
const endless = strategyWith('while (this) { if (bar.index < 0) break; }');
const limits = { timeLimitSeconds: 1, memoryMegabytes: 256, cpus: 1, network: 'none' } as const;

// Real timers and a real sandbox; only what the app reads from the wall is set.
it.each([
  ['forward', day],
  ['back', -day],
])('a clock set %s by a day during a run changes no limit and no time measured', async (_, by) => {
  const { call, events } = await openTestApp();
  const running = call('run.execute', runRequest(endless, { limits }));
  await vi.waitUntil(
    () => events.some(({ payload }) => (payload as { stage?: string }).stage === 'running'),
    { timeout: 60_000 },
  );
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(Date.now() + by);
  const { error, timings } = await running;
  expect(error?.code).toBe('time-limit');
  expect(timings.execute).toBeGreaterThan(900);
  expect(timings.execute).toBeLessThan(60_000);

  const after = await call('run.execute', runRequest(strategyWith('this.buy(1);')));
  expect(after.status).toBe('done');
  expect(after.timings.total).toBeLessThan(60_000);
});
