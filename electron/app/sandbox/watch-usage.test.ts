import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { UsageSample } from '../../../shared/contract/models/resources.ts';
import type { UsageReading, UsageSource } from './process.ts';
import { watchUsage } from './watch-usage.ts';

const { signal } = new AbortController();
const allowed = { memory: 512, cpus: 1 };

/** Measures by what `read` says, and counts how often it was asked. */
function source(read: (signal: AbortSignal) => Promise<UsageReading | null>) {
  const asked = vi.fn(read);
  return { asked, source: { allowed, read: asked } satisfies UsageSource };
}
const steady = () => {
  let count = 0;
  return source(() => {
    count += 1;
    return Promise.resolve({ taken: count * 100, given: count * 200, memory: count });
  });
};
const untilAborted = (abort: AbortSignal) =>
  new Promise<never>((_, reject) => {
    abort.addEventListener('abort', () => reject(abort.reason as Error));
  });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('watching a sandbox', () => {
  it('asks nothing about a run that is over at once, and says so', async () => {
    const { asked, source: steadySource } = steady();
    const watch = watchUsage(steadySource, signal, () => undefined);
    await vi.advanceTimersByTimeAsync(100);
    expect(watch.end()).toMatchObject({
      measured: 0,
      note: expect.stringContaining('over') as string,
    });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(asked).not.toHaveBeenCalled();
  });

  it('tells each measurement once, four times a second at most, until the end', async () => {
    const samples: UsageSample[] = [];
    const { asked, source: steadySource } = steady();
    const watch = watchUsage(steadySource, signal, (sample) => samples.push(sample));
    await vi.advanceTimersByTimeAsync(1000);
    expect(samples.map(({ memory }) => memory)).toEqual([1, 2, 3, 4]);
    expect(samples.map(({ cpu }) => cpu)).toEqual([null, 0.5, 0.5, 0.5]);
    expect(watch.end()).toMatchObject({ measured: 4, note: '', meanCpu: 0.5, samples });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(asked).toHaveBeenCalledTimes(4);
  });

  it('gives up the question that is open at the end', async () => {
    const given: AbortSignal[] = [];
    const { source: hanging } = source((abort) => {
      given.push(abort);
      return untilAborted(abort);
    });
    const watch = watchUsage(hanging, signal, () => undefined);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(given).toHaveLength(1);
    expect(watch.end().measured).toBe(0);
    expect(given[0]?.aborted).toBe(true);
  });

  it('tells nothing after the end, even of an answer that was on its way', async () => {
    let answer: (reading: UsageReading) => void = () => undefined;
    const { source: late } = source(() => new Promise((resolve) => (answer = resolve)));
    const onSample = vi.fn();
    const watch = watchUsage(late, signal, onSample);
    await vi.advanceTimersByTimeAsync(300);
    watch.end();
    answer({ taken: 1, given: 1, memory: 1 });
    await vi.advanceTimersByTimeAsync(1000);
    expect(onSample).not.toHaveBeenCalled();
  });

  it('ends with a cancel', async () => {
    const abort = new AbortController();
    const { asked, source: steadySource } = steady();
    watchUsage(steadySource, abort.signal, () => undefined);
    await vi.advanceTimersByTimeAsync(300);
    abort.abort();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(asked).toHaveBeenCalledTimes(1);
  });

  it('goes on after a failure, once a second, and keeps its reason where nothing ever came', async () => {
    const { asked, source: broken } = source(() => Promise.reject(new Error('the engine is gone')));
    const watch = watchUsage(broken, signal, () => undefined);
    await vi.advanceTimersByTimeAsync(3200);
    expect(asked.mock.calls.length).toBeLessThanOrEqual(4);
    expect(watch.end().note).toBe('the engine is gone');
  });

  it('leaves out what is no measurement', async () => {
    const { source: none } = source(() => Promise.resolve(null));
    const watch = watchUsage(none, signal, () => undefined);
    await vi.advanceTimersByTimeAsync(1000);
    expect(watch.end().measured).toBe(0);
  });
});
