import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultLimits } from '../../../../shared/contract/models/run.ts';
import { openTestBench, readAll, type TestBench } from './test-bench.ts';

let bench: TestBench;
beforeAll(async () => {
  bench = await openTestBench();
  bench.sandbox.warm.set({ count: 1, idleMinutes: 5 });
  await bench.sandbox.prepare(defaultLimits);
});
afterAll(async () => {
  await bench.sandbox.removeOwn();
  expect(await bench.count()).toBe(0);
  await bench.close();
});

const waiting = () => bench.sandbox.warm.size;
const start = (limits = defaultLimits) =>
  bench.sandbox.start({ runId: 'warm', limits, signal: new AbortController().signal });

async function echo(limits = defaultLimits) {
  const process = await start(limits);
  process.input.write('echo hello\n');
  const text = await readAll(process.output);
  await process.destroy();
  return text;
}

describe('a container that waited', () => {
  it('serves one run at once and is replaced by another', async () => {
    await expect.poll(waiting).toBe(1);
    const [before] = names();
    expect(await echo()).toBe('hello');
    await expect.poll(waiting).toBe(1);
    expect(names()).toHaveLength(1);
    expect(names()).not.toContain(before);
  });

  it('was held against the table like any other', async () => {
    await expect.poll(waiting).toBe(1);
    const process = await start();
    expect(process.isolation).toMatchObject({ state: 'passed' });
    await process.destroy();
  });

  it('is replaced when somebody kills it, and the next run does not notice', async () => {
    await expect.poll(waiting).toBe(1);
    const [victim = ''] = names();
    execFileSync('docker', ['kill', victim]);
    await expect.poll(names).not.toContain(victim);
    await expect.poll(waiting).toBe(1);
    expect(await echo()).toBe('hello');
  });

  it('is not used for a run with other limits', async () => {
    await expect.poll(waiting).toBe(1);
    const larger = { ...defaultLimits, memoryMegabytes: 300 };
    const process = await start(larger);
    const memory = names().map((name) =>
      execFileSync('docker', ['inspect', '--format', '{{.HostConfig.Memory}}', name])
        .toString()
        .trim(),
    );
    expect(memory).toContain(String(300 * 1024 * 1024));
    await process.destroy();
  });
});

function names(): string[] {
  const filter = `label=stratbox.instance=${bench.instanceId}`;
  const listed = execFileSync('docker', ['ps', '--all', '--quiet', '--filter', filter]);
  return listed.toString().split('\n').filter(Boolean);
}
