import { describe, expect, it } from 'vitest';
import { packTar } from '../sandbox/docker/tar.ts';
import {
  containersOf,
  definiteEnd,
  expectRecovery,
  quickRun,
  startEndlessRun,
  useEngineBench,
} from '../testing/engine-bench.ts';
import { openTestApp } from '../testing/open-test-app.ts';
import { withoutOwnEngine } from '../testing/own-engine.ts';

const isImpossible = await withoutOwnEngine('the faults of an engine');
const bench = useEngineBench(isImpossible);

/** A window's app, with a container that waits for the next run. */
const openApp = () => openTestApp({ host: 'web' });

/** The one that waits for the next run is there; nothing else is left. */
const expectNothingLeft = () =>
  expect.poll(async () => (await containersOf(bench, process.pid)).length).toBeLessThanOrEqual(1);

describe.skipIf(isImpossible)('an engine that is killed', () => {
  it('before a run: the run is refused with the next step, or goes to the embedded sandbox', async () => {
    const app = await openApp();
    await bench.own.kill();
    const refused = await definiteEnd(app.call('run.execute', quickRun()));
    expect(refused).toMatchObject({ status: 'no-sandbox', error: { code: 'no-sandbox' } });
    expect(refused.error?.message).toContain('no engine answers there');
    expect(refused.error?.hint).toContain('Start that engine');
    const elsewhere = await definiteEnd(app.call('run.execute', quickRun({ sandbox: 'auto' })));
    expect(elsewhere).toMatchObject({
      status: 'done',
      sandbox: { kind: 'embedded', fallback: true },
    });
    expect(elsewhere.sandbox.reason).toContain('no engine answers there');
    await bench.own.start();
    await expectRecovery(app);
  });

  it('during a run: the run ends as lost, and what it left is removed when the engine is back', async () => {
    const app = await openApp();
    const { ended } = await startEndlessRun(app);
    await bench.own.kill();
    const lost = await definiteEnd(ended);
    expect(lost).toMatchObject({ status: 'failed', error: { code: 'engine-lost' } });
    expect(lost.error?.hint).toContain('Start the engine again');
    await bench.own.start();
    await expectRecovery(app);
    await expectNothingLeft();
  });
});

describe.skipIf(isImpossible)('an engine that accepts and never answers', () => {
  it('before a run: the run is refused, and says that it hangs', async () => {
    const app = await openApp();
    bench.own.hang();
    const refused = await definiteEnd(app.call('run.execute', quickRun()));
    expect(refused).toMatchObject({ status: 'no-sandbox' });
    expect(refused.error?.message).toContain('hangs');
    expect(refused.error?.hint).toMatch(/[Ss]tart it again|Restart/);
    bench.own.resume();
    await expectRecovery(app);
  });

  it('during a run: the run ends as lost and not only at its time limit', async () => {
    const app = await openApp();
    const { ended } = await startEndlessRun(app);
    bench.own.hang();
    const lost = await definiteEnd(ended);
    expect(lost).toMatchObject({ status: 'failed', error: { code: 'engine-lost' } });
    bench.own.resume();
    await expectRecovery(app);
    await expectNothingLeft();
  });

  it('during a run that is cancelled: the cancel comes back', async () => {
    const app = await openApp();
    const { runId, ended } = await startEndlessRun(app);
    bench.own.hang();
    await app.call('run.cancel', { runId });
    expect(await definiteEnd(ended)).toMatchObject({ status: 'cancelled' });
    bench.own.resume();
    await expectRecovery(app);
    await expectNothingLeft();
  });
});

describe.skipIf(isImpossible)('an image', () => {
  it('that is missing and cannot be built: the run says why, and runs once it is loaded', async () => {
    const app = await openTestApp();
    await bench.engine.docker.getImage(bench.tag).remove({ force: true });
    const refused = await definiteEnd(app.call('run.execute', quickRun()));
    expect(refused).toMatchObject({ status: 'no-sandbox' });
    expect(refused.error?.message).toMatch(/image|base/);
    await bench.loadImage();
    await expectRecovery(app);
  });

  it('that was replaced by another under the same name is not used', async () => {
    const app = await openTestApp();
    const [repo, tag] = bench.tag.split(':');
    const another = packTar([{ name: 'usr/local/bin/node', content: Buffer.from('#!/bin/evil') }]);
    const { docker } = bench.engine;
    const answer = await docker.importImage(another as never, { repo, tag });
    for await (const _ of answer);
    const refused = await definiteEnd(app.call('run.execute', quickRun()));
    expect(refused).toMatchObject({ status: 'no-sandbox' });
    expect(refused.error?.message).toMatch(/image|base/);
    await docker.getImage(bench.tag).remove({ force: true });
    await bench.loadImage();
    await expectRecovery(app);
  });
});
