import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { UsageSample } from '../../../../shared/contract/models/resources.ts';
import type { RunLimits } from '../../../../shared/contract/models/run.ts';
import { watchUsage } from '../watch-usage.ts';
import { startContainer } from './container.ts';
import { openTestBench, type TestBench } from './test-bench.ts';

let bench: TestBench;
beforeAll(async () => {
  bench = await openTestBench();
});
afterAll(async () => bench.close());

const megabyte = 1024 * 1024;
const { signal } = new AbortController();

/** Measures a real container while `code` runs in it, until that is enough or the container has ended. */
async function measure(
  code: string,
  isEnough: (samples: readonly UsageSample[]) => boolean,
  limits: Partial<RunLimits> = {},
) {
  const command = ['/usr/local/bin/node', '-e', code];
  const order = bench.order(bench.settings(command, limits), limits);
  const started = await startContainer(bench.engine, order);
  const samples: UsageSample[] = [];
  if (started.usage === undefined)
    throw new Error('A container without an engine that measures it');
  const watch = watchUsage(started.usage, signal, (sample) => samples.push(sample));
  let hasEnded = false;
  void started.exited.then(() => (hasEnded = true));
  while (!hasEnded && !isEnough(samples)) await pause(100);
  // A word about a container that has just ended would come now.
  if (hasEnded) await pause(1500);
  const use = watch.end();
  await started.destroy();
  return { use, samples };
}

const threeTimes = (samples: readonly UsageSample[]) => samples.length >= 3;

describe('the engine’s measurements of a container', () => {
  it('see memory grow, and hold it against the limit', async () => {
    const grow = `const kept = []; setInterval(() => { if (kept.length < 24) kept.push(Buffer.alloc(5 * ${megabyte}, 1)); }, 250);`;
    const growth = (seen: readonly UsageSample[]) =>
      (seen.at(-1)?.memory ?? 0) - (seen[0]?.memory ?? 0);
    const { use, samples } = await measure(
      grow,
      (seen) => seen.length >= 3 && growth(seen) > 60 * megabyte,
    );
    expect(use.allowed).toEqual({ memory: 256 * megabyte, cpus: 1 });
    expect(use.samples).toEqual(samples);
    expect(use.peakMemory).toBeGreaterThan(60 * megabyte);
    expect(use.peakMemory).toBeLessThanOrEqual(256 * megabyte);
  });

  it('see a loop spin, and a sleeper take next to nothing of the same quota', async () => {
    const spin = await measure('for (;;) {}', threeTimes, { cpus: 0.5 });
    expect(spin.use.allowed.cpus).toBe(0.5);
    // A busy computer gives it less than its quota, but never as little as to the one that sleeps.
    expect(spin.use.meanCpu).toBeGreaterThan(0.15);
    const sleep = await measure('setTimeout(() => {}, 600_000)', threeTimes, { cpus: 0.5 });
    expect(sleep.use.samples.at(-1)?.cpu).toBeLessThan(0.1);
  });

  it('end without a word when the container does', async () => {
    const { use } = await measure('setTimeout(() => {}, 6000)', () => false);
    expect(use.measured).toBeGreaterThanOrEqual(1);
    for (const { memory } of use.samples) expect(memory).toBeGreaterThan(0);
  });
});
