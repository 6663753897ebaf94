import { chmodSync, chownSync } from 'node:fs';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { runStages } from '../../../shared/contract/models/run.ts';
import { parallelRuns } from '../run/run-queue.ts';
import { openAppProcess } from '../testing/app-process.ts';
import {
  containersOf,
  definiteEnd,
  expectRecovery,
  quickRun,
  startEndlessRun,
  unreachableBase,
  useEngineBench,
} from '../testing/engine-bench.ts';
import { createHome, openTestApp } from '../testing/open-test-app.ts';
import { withoutOwnEngine } from '../testing/own-engine.ts';

const isImpossible = await withoutOwnEngine('the faults of the app beside an engine of its own');
const bench = useEngineBench(isImpossible);
const left = async (processId: number) => (await containersOf(bench, processId)).length;

describe.skipIf(isImpossible)('an app that is killed during a run', () => {
  it('leaves containers that the next start removes, and a history that is whole', async () => {
    const home = createHome();
    const killed = await openAppProcess({ home });
    const kept = await killed.call('run.execute', quickRun());
    await startEndlessRun(killed);
    await killed.kill();
    expect(await left(killed.processId)).toBeGreaterThan(0);

    const began = performance.now();
    const next = await openTestApp({ host: 'web', home });
    await expectRecovery(next);
    await expect.poll(() => left(killed.processId)).toBe(0);
    expect(performance.now() - began).toBeLessThan(20_000);
    const runs = await next.call('history.list', {});
    expect(runs.map(({ status }) => status)).toEqual(['done', 'done']);
    expect(runs.at(-1)).toEqual(kept.summary);
  });
});

describe.skipIf(isImpossible)('a container that somebody kills during a run', () => {
  it('ends the run as killed, with the next step', async () => {
    const app = await openTestApp();
    const { ended } = await startEndlessRun(app);
    const [victim = ''] = await containersOf(bench, process.pid);
    await bench.engine.docker.getContainer(victim).kill();
    const record = await definiteEnd(ended);
    expect(record).toMatchObject({ status: 'failed', error: { code: 'killed' } });
    expect(record.error?.message).toContain('exit code 137');
    expect(record.error?.hint).toContain('run the doctor');
    await expectRecovery(app);
  });
});

describe.skipIf(isImpossible)('two instances on one data folder and one engine', () => {
  it('run side by side, keep every run, and leave each other’s containers alone', async () => {
    const home = createHome();
    const first = await openTestApp({ host: 'web', home });
    const { runId, ended } = await startEndlessRun(first);
    const second = await openAppProcess({ home });
    const quick = () =>
      [first, first, second, second].map((app) => app.call('run.execute', quickRun()));
    const records = await Promise.all([...quick(), ...quick()]);
    expect(new Set(records.map(({ status }) => status))).toEqual(new Set(['done']));

    await second.close();
    await expect.poll(() => left(second.processId)).toBe(0);
    await first.call('run.cancel', { runId });
    expect(await definiteEnd(ended)).toMatchObject({ status: 'cancelled' });
    expect(await first.call('history.list', {})).toHaveLength(records.length + 1);
  });
});

describe.skipIf(isImpossible)('a socket that the user may not use', () => {
  const nobody = 65534;

  it('is said with the way to get leave, and the app goes on once it is given', async () => {
    const home = createHome();
    chownSync(home, nobody, nobody);
    chmodSync(bench.own.socket, 0o660);
    const app = await openAppProcess({ home, userId: nobody });
    const refused = await definiteEnd(app.call('run.execute', quickRun()));
    expect(refused).toMatchObject({ status: 'no-sandbox' });
    expect(refused.error?.message).toContain('you may not use');
    expect(refused.error?.hint).toContain('usermod');
    chmodSync(bench.own.socket, 0o666);
    await expectRecovery(app);
    await app.close();
    expect(await left(app.processId)).toBe(0);
  });
});

describe.skipIf(isImpossible)('a cancel', () => {
  it.each(runStages)(
    'at the stage "%s" comes to a definite end and leaves nothing',
    async (stage) => {
      if (stage === 'building-image') await leaveOnlyABase();
      const app = await openTestApp();
      const request = quickRun();
      app.app.subscribe((name, payload) => {
        if (name === 'run.progressed' && 'stage' in payload && payload.stage === stage) {
          void app.call('run.cancel', { runId: request.runId });
        }
      });
      const inTheWay = stage === 'queued' ? await fillTheQueue(app) : [];
      const record = await definiteEnd(app.call('run.execute', request));
      // What is replayed or saved is a result already.
      const tooLate = stage === 'replaying' || stage === 'saving';
      expect(record.status).toBe(tooLate ? 'done' : 'cancelled');
      for (const { runId, ended } of inTheWay) {
        await app.call('run.cancel', { runId });
        await ended;
      }
      await expect.poll(() => left(process.pid)).toBe(0);
      if (stage === 'building-image') await bench.loadImage();
      await expectRecovery(app);
    },
  );
});

/** An engine in which the image is not built yet, and can be: its own content serves as the base. */
async function leaveOnlyABase(): Promise<void> {
  const base = { repo: 'stratbox-own-base', tag: 'test' };
  const image = bench.engine.docker.getImage(bench.tag);
  await image.tag(base);
  await image.remove();
  vi.stubEnv('STRATBOX_BASE_IMAGE', `${base.repo}:${base.tag}`);
  onTestFinished(() => void vi.stubEnv('STRATBOX_BASE_IMAGE', unreachableBase));
}

/** As many runs as may go on at once. */
async function fillTheQueue(app: Awaited<ReturnType<typeof openTestApp>>) {
  const runs = [];
  while (runs.length < parallelRuns()) runs.push(await startEndlessRun(app));
  return runs;
}
