import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { defaultLimits } from '../../../../shared/contract/models/run.ts';
import { startContainer, type Stage } from './container.ts';
import { IsolationError } from './settings-check.ts';
import { openTestBench, readAll, type TestBench } from './test-bench.ts';

let bench: TestBench;
beforeAll(async () => {
  bench = await openTestBench();
});
afterAll(async () => bench.close());
afterEach(async () => {
  expect(await bench.count(), 'containers left in the engine').toBe(0);
});

const start = (signal = new AbortController().signal, onStage?: (stage: Stage) => void) =>
  bench.sandbox.start({
    runId: randomUUID(),
    limits: { ...defaultLimits, memoryMegabytes: 256 },
    signal,
    ...(onStage ? { onStage } : {}),
  });

describe('a started container', () => {
  it('takes the job on standard input and answers on standard output', async () => {
    const process = await start();
    process.input.write('echo 12345\n');
    expect(await readAll(process.output)).toBe('12345');
    expect(await process.exited).toMatchObject({ code: 0, outOfMemory: false, engineLost: false });
    expect(process.isolation.state).toBe('passed');
    expect(process.used).toMatchObject({ kind: 'docker', imageId: bench.imageId });
    await process.destroy();
  });

  it('keeps the last 8 kB of standard error, and the exit code', async () => {
    const process = await start();
    process.input.write('complain\n');
    expect(await readAll(process.output)).toBe('');
    const { code, standardError } = await process.exited;
    expect(code).toBe(3);
    expect(standardError).toHaveLength(8192);
    expect(standardError.endsWith('the end')).toBe(true);
    await process.destroy();
  });

  it('does not fill the app’s memory while nobody reads its 256 MB of output', async () => {
    const process = await start();
    process.input.write('flood\n');
    await pause(1500);
    expect(process.output.readableLength).toBeLessThan(1_000_000);
    let bytes = 0;
    for await (const chunk of process.output) bytes += (chunk as Buffer).length;
    expect(bytes).toBe(4096 * 65536);
    await process.destroy();
  });

  it('says that the heap was full', async () => {
    const process = await start();
    process.input.write('heap\n');
    process.output.resume();
    expect(await process.exited).toMatchObject({ outOfMemory: true, engineLost: false });
    await process.destroy();
  });

  it('says that the kernel ended it for memory outside the heap', async () => {
    const fill = 'const kept = []; for (;;) kept.push(Buffer.alloc(8e6, 1));';
    const order = bench.order(
      bench.settings(['/usr/local/bin/node', '-e', fill], { memoryMegabytes: 128 }),
    );
    const process = await startContainer(bench.engine, order);
    process.output.resume();
    expect(await process.exited).toMatchObject({ outOfMemory: true });
    await process.destroy();
  });

  it('is gone after destroy, however often and whenever it is called', async () => {
    const process = await start();
    process.input.write('wait\n');
    await Promise.all([process.destroy(), process.destroy()]);
    expect(await bench.count()).toBe(0);
    await process.destroy();
    expect(await process.exited).toMatchObject({ engineLost: false });
    process.input.write('too late\n');
  });

  it('ends when someone else removes it, without calling the engine lost', async () => {
    const process = await start();
    const [found] = await bench.engine.docker.listContainers({
      filters: { label: [`stratbox.instance=${bench.instanceId}`] },
    });
    await bench.engine.docker.getContainer(found?.Id ?? '').remove({ force: true });
    expect(await process.exited).toMatchObject({ engineLost: false });
    await process.destroy();
  });
});

describe('cancelling a start', () => {
  it.each(['create', 'inspect', 'attach', 'start', 'started'] as const)(
    'before "%s" leaves nothing',
    async (stage) => {
      const controller = new AbortController();
      const started = start(controller.signal, (now) => {
        if (now === stage) controller.abort();
      });
      await expect(started).rejects.toMatchObject({ code: 'cancelled' });
    },
  );

  it('at any moment leaves nothing', async () => {
    for (let delay = 0; delay <= 80; delay += 4) {
      const controller = new AbortController();
      const started = start(controller.signal);
      setTimeout(() => controller.abort(), delay);
      const outcome = await started.then(
        (process) => process,
        (error: unknown) => error as { code: string },
      );
      if ('destroy' in outcome) await outcome.destroy();
      else expect(outcome.code).toBe('cancelled');
      expect(await bench.count()).toBe(0);
    }
  });
});

describe('a container that is not what was ordered', () => {
  it.each([
    ['HostConfig.CapAdd', ['NET_ADMIN']],
    ['HostConfig.Binds', ['/tmp:/mnt']],
    ['HostConfig.Privileged', true],
    ['HostConfig.PidMode', 'host'],
    [
      'HostConfig.Devices',
      [{ PathOnHost: '/dev/null', PathInContainer: '/dev/x', CgroupPermissions: 'r' }],
    ],
    ['HostConfig.PortBindings', { '80/tcp': [{ HostPort: '' }] }],
    ['HostConfig.GroupAdd', ['0']],
    ['HostConfig.Sysctls', { 'kernel.msgmax': '1' }],
  ])('with %s never starts', async (field, value) => {
    const table = bench.settings(['/usr/bin/true']);
    const stages: Stage[] = [];
    const tampered = {
      ...bench.order([...table, { field, value, demand: 'equals', sent: true }]),
      onStage: (stage: Stage) => stages.push(stage),
    };
    const refusal = await startContainer(bench.engine, tampered).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(IsolationError);
    expect(refusal).toMatchObject({ field, message: expect.stringContaining(field) as string });
    expect(stages).not.toContain('start');
  });

  it('with a setting weaker than the table never starts', async () => {
    const table = bench.settings(['/usr/bin/true']);
    const weakened = table.flatMap((row) =>
      row.field === 'HostConfig.PidsLimit'
        ? [
            { ...row, value: 4096 },
            { ...row, sent: false },
          ]
        : [row],
    );
    await expect(startContainer(bench.engine, bench.order(weakened))).rejects.toMatchObject({
      field: 'HostConfig.PidsLimit',
    });
  });
});
