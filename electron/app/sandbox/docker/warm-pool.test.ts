import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SandboxExit, SandboxProcess } from '../process.ts';
import { createWarmPool, type WarmKind, type WarmPool } from './warm-pool.ts';

const kind: WarmKind = {
  imageId: 'sha256:1',
  language: 'javascript',
  memoryMegabytes: 512,
  cpus: 1,
  network: 'none',
};
const minute = 60_000;

interface Standing extends SandboxProcess {
  readonly kind: WarmKind;
  readonly isDestroyed: () => boolean;
  readonly die: () => void;
}

let created: Standing[];
let fails: boolean;
let pool: WarmPool;

function stand(of: WarmKind): Standing {
  let destroyed = false;
  const { promise, resolve } = Promise.withResolvers<SandboxExit>();
  const die = () =>
    resolve({ code: 137, outOfMemory: false, engineLost: false, standardError: '' });
  return {
    kind: of,
    used: { kind: 'docker', reason: '' },
    isolation: { state: 'passed', detail: '' },
    input: new PassThrough(),
    output: new PassThrough(),
    exited: promise,
    destroy: async () => {
      destroyed = true;
      die();
      await promise;
    },
    die,
    isDestroyed: () => destroyed,
  };
}

const alive = () => created.filter((one) => !one.isDestroyed());
const settle = () => vi.advanceTimersByTimeAsync(1);
const never = () => Promise.reject(new Error('nothing is created for this run'));

beforeEach(() => {
  vi.useFakeTimers();
  created = [];
  fails = false;
  pool = createWarmPool({
    maximumAgeMilliseconds: 10 * minute,
    create: (of) => {
      if (fails) return Promise.reject(new Error('no engine'));
      const process = stand(of);
      created.push(process);
      return Promise.resolve(process);
    },
  });
});
afterEach(async () => {
  await pool.close();
  vi.useRealTimers();
});

async function warmed(count = 1, idleMinutes = 15): Promise<void> {
  pool.set({ count, idleMinutes });
  pool.want(kind);
  await settle();
}

describe('a warm pool', () => {
  it('keeps as many containers waiting as the settings say, and none before they are known', async () => {
    pool.want(kind);
    await settle();
    expect(pool.size).toBe(0);
    await warmed(3);
    expect(pool.size).toBe(3);
    pool.set({ count: 1, idleMinutes: 15 });
    await settle();
    expect(alive()).toHaveLength(1);
  });

  it('hands a container out once, and starts the next when that one is gone', async () => {
    await warmed();
    const taken = await pool.take(kind, never);
    expect(created).toHaveLength(1);
    expect(pool.size).toBe(0);
    await settle();
    expect(created).toHaveLength(1);
    await taken.destroy();
    await settle();
    expect(created).toHaveLength(2);
    expect(alive()).toEqual([created[1]]);
  });

  it('has a run create its own where none waits, and keeps one of that kind waiting afterwards', async () => {
    await warmed();
    const larger = { ...kind, memoryMegabytes: 1024 };
    const own = stand(larger);
    const taken = await pool.take(larger, () => Promise.resolve(own));
    expect(taken.exited).toBe(own.exited);
    await taken.destroy();
    await settle();
    expect(alive().map((one) => one.kind)).toEqual([larger]);
  });

  it('does not hide why a run cannot have one', async () => {
    await expect(pool.take(kind, never)).rejects.toThrow('nothing is created');
  });

  it('replaces one that died, one that grew old and one of another image', async () => {
    await warmed(1, 60);
    created[0]?.die();
    await settle();
    expect(created[0]?.isDestroyed()).toBe(true);
    expect(pool.size).toBe(1);
    await vi.advanceTimersByTimeAsync(10 * minute);
    expect(created[1]?.isDestroyed()).toBe(true);
    expect(pool.size).toBe(1);
    pool.want({ ...kind, imageId: 'sha256:2' });
    await settle();
    expect(alive().map((one) => one.kind.imageId)).toEqual(['sha256:2']);
  });

  it('is empty after an idle time, and fills again when somebody comes back', async () => {
    await warmed(2, 5);
    await vi.advanceTimersByTimeAsync(4 * minute);
    pool.touch();
    await vi.advanceTimersByTimeAsync(4 * minute);
    expect(pool.size).toBe(2);
    await vi.advanceTimersByTimeAsync(2 * minute);
    expect(alive()).toEqual([]);
    pool.touch();
    await settle();
    expect(pool.size).toBe(2);
  });

  it('does not try for ever where none can be started', async () => {
    fails = true;
    await warmed();
    await vi.advanceTimersByTimeAsync(3 * minute);
    fails = false;
    expect(pool.size).toBe(0);
    pool.touch();
    await settle();
    expect(pool.size).toBe(1);
  });

  it('destroys one that is ready only after the pool was closed, and starts no other', async () => {
    const late = Promise.withResolvers<SandboxProcess>();
    const slow = createWarmPool({ maximumAgeMilliseconds: minute, create: () => late.promise });
    slow.set({ count: 1, idleMinutes: 1 });
    slow.want(kind);
    const closed = slow.close();
    const process = stand(kind);
    late.resolve(process);
    await closed;
    expect(process.isDestroyed()).toBe(true);
    slow.touch();
    await settle();
    expect(slow.size).toBe(0);
  });
});
