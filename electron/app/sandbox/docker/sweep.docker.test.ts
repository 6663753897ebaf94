import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultLimits } from '../../../../shared/contract/models/run.ts';
import { labelNames, thisOwner, writeOwner } from './labels.ts';
import { openTestBench, type TestBench } from './test-bench.ts';

let bench: TestBench;
const left: string[] = [];
beforeAll(async () => {
  bench = await openTestBench();
});
afterAll(async () => {
  for (const id of left) await bench.engine.docker.getContainer(id).remove({ force: true });
  await bench.close();
});

async function leave(labels: Record<string, string>): Promise<string> {
  const { id } = await bench.engine.docker.createContainer({
    Image: bench.imageId,
    Cmd: ['/usr/bin/true'],
    Labels: labels,
  });
  return id;
}

async function isThere(id: string): Promise<boolean> {
  const all = await bench.engine.docker.listContainers({ all: true });
  return all.some(({ Id }) => Id === id);
}

describe('sweep', () => {
  it('removes what a dead app of this computer left, and nothing else', async () => {
    const child = spawn(process.execPath, ['-e', '']);
    await once(child, 'exit');
    const dead = { ...thisOwner(), processId: child.pid ?? 0 };
    const label = (owner: string) => ({
      [labelNames.app]: 'stratbox',
      [labelNames.instance]: 'sweep-test',
      [labelNames.owner]: owner,
      [labelNames.deadline]: String(Date.now() + 60_000),
    });
    const orphan = await leave(label(writeOwner(dead)));
    const kept = [
      await leave(label(writeOwner(thisOwner()))),
      await leave(label(writeOwner({ ...dead, machine: '0123456789abcdef' }))),
      await leave({ ...label(writeOwner(dead)), [labelNames.app]: 'something-else' }),
      await leave({ [labelNames.app]: 'stratbox' }),
      await leave({}),
    ];
    left.push(...kept);
    expect(await bench.sandbox.sweep()).toBeGreaterThanOrEqual(1);
    expect(await isThere(orphan)).toBe(false);
    for (const id of kept) expect(await isThere(id)).toBe(true);
    expect(await bench.sandbox.sweep()).toBe(0);
  });

  it('removes its own containers, running ones too, when the app closes', async () => {
    const limits = { ...defaultLimits, memoryMegabytes: 256 };
    const { signal } = new AbortController();
    const started = await Promise.all(
      ['a', 'b', 'c'].map((runId) => bench.sandbox.start({ runId, limits, signal })),
    );
    expect(await bench.count()).toBe(3);
    await bench.sandbox.removeOwn();
    expect(await bench.count()).toBe(0);
    for (const { exited } of started) expect(await exited).toMatchObject({ engineLost: false });
  });
});
