import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { defaultLimits } from '../../../../shared/contract/models/run.ts';
import { createDockerSandbox, type DockerSandbox } from './index.ts';
import {
  imageFolder,
  openEngineProxy,
  openTestBench,
  type EngineProxy,
  type TestBench,
} from './test-bench.ts';

let bench: TestBench;
let folder: string;
let proxy: EngineProxy;
let sandbox: DockerSandbox;
beforeAll(async () => {
  bench = await openTestBench();
});
afterAll(async () => bench.close());
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'stratbox-proxy-'));
  const { transport } = bench.engine.endpoint;
  if (transport.kind !== 'socket') throw new Error('These tests need an engine on a socket.');
  proxy = await openEngineProxy(folder, transport.path);
  sandbox = createDockerSandbox({
    instanceId: bench.instanceId,
    imageFolder,
    bundleFolder: bench.bundleFolder,
    imageName: bench.imageName,
    environment: { ...process.env, DOCKER_HOST: proxy.address },
  });
});
afterEach(async () => {
  await proxy.die();
  await rm(folder, { recursive: true });
});

const start = (signal = new AbortController().signal, onStage?: (stage: string) => void) =>
  sandbox.start({
    runId: randomUUID(),
    limits: defaultLimits,
    signal,
    ...(onStage ? { onStage } : {}),
  });

describe('an engine that dies during a run', () => {
  it('ends the run as lost at once, and what it left is swept', async () => {
    const process = await start();
    process.input.write('wait\n');
    const began = Date.now();
    await proxy.die();
    expect(await process.exited).toMatchObject({ code: null, engineLost: true });
    await process.destroy();
    expect(Date.now() - began).toBeLessThan(20_000);
    await expect(start()).rejects.toMatchObject({ code: 'no-engine' });
    await bench.sandbox.status();
    await bench.sandbox.removeOwn();
    expect(await bench.count()).toBe(0);
  });

  // By then the answer to "wait" has begun, and a connection that breaks off in it says nothing.
  it.each(['dies', 'hangs'])('in the middle of one that nobody ends: it %s', async (fault) => {
    const process = await start();
    process.input.write('wait\n');
    await new Promise((resolve) => setTimeout(resolve, 700));
    const began = performance.now();
    if (fault === 'dies') await proxy.die();
    else proxy.hang();
    expect(await process.exited).toMatchObject({ code: null, engineLost: true });
    expect(performance.now() - began).toBeLessThan(20_000);
    await process.destroy();
    await bench.sandbox.status();
    await bench.sandbox.removeOwn();
    expect(await bench.count()).toBe(0);
  });
});

describe('an engine that hangs', () => {
  it('during a run: destroy comes back, and the container goes when the engine does answer', async () => {
    const process = await start();
    process.input.write('wait\n');
    proxy.hang();
    const began = Date.now();
    await process.destroy();
    expect(await process.exited).toMatchObject({ engineLost: true });
    expect(Date.now() - began).toBeLessThan(20_000);
    proxy.resume();
    const next = await start();
    await next.destroy();
    await expect.poll(() => bench.count()).toBe(0);
  });

  it.each(['inspect', 'attach', 'start'])(
    'at "%s": cancelling comes back, and nothing stays once it answers',
    async (stage) => {
      const controller = new AbortController();
      const began = Date.now();
      const started = start(controller.signal, (now) => {
        if (now !== stage) return;
        proxy.hang();
        setTimeout(() => controller.abort(), 100);
      });
      await expect(started).rejects.toMatchObject({ code: 'cancelled' });
      expect(Date.now() - began).toBeLessThan(20_000);
      proxy.resume();
      const next = await start();
      await next.destroy();
      await expect.poll(() => bench.count()).toBe(0);
    },
  );

  it('before a run: the status says so and a start is refused', async () => {
    proxy.hang();
    const began = Date.now();
    const { engine, image } = await sandbox.status();
    expect(Date.now() - began).toBeLessThan(10_000);
    expect(engine.state).toBe('hangs');
    expect(engine.hint).not.toBe('');
    expect(image.state).toBe('unknown');
    await expect(start()).rejects.toMatchObject({ code: 'no-engine' });
  });
});
