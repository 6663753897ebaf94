import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { assess } from '../../../shared/validation/index.ts';
import { createCatalog } from '../datasets/index.ts';
import { hashSource } from '../judge/hash-source.ts';
import type { Judge } from '../judge/create-judge.ts';
import { findLocations } from '../locations.ts';
import type { Sandboxes } from '../run/choose-sandbox.ts';
import { createReviews } from '../run/reviews.ts';
import { openStore } from '../store/open-store.ts';
import { runRequest, strategyWith } from '../testing/open-test-app.ts';
import { createRunHandlers } from './run.ts';

const honest = strategyWith('this.buy(1);');

/** Runs with a judge that was shown another text than the one that is to run. */
async function runJudgedAs(judgedText: string, policyHashes: string[] = []) {
  const home = mkdtempSync(join(tmpdir(), 'stratbox-swap-'));
  const store = openStore(home);
  onTestFinished(() => {
    store.close();
    rmSync(home, { recursive: true });
  });
  let started = 0;
  const start = () => {
    started += 1;
    throw new Error('a sandbox was started');
  };
  const embedded = { status: () => ({ state: 'ready', message: '' }), start };
  const judge: Judge = () => {
    const { findings, ...assessment } = assess(judgedText, 'javascript');
    const sourceHash = hashSource(judgedText);
    const hash = policyHashes.shift();
    const policy =
      hash === undefined ? null : { preset: 'standard' as const, changed: false, hash };
    return Promise.resolve({ ...assessment, findings: [...findings], sourceHash, policy });
  };
  const emit = () => undefined;
  const handlers = createRunHandlers({
    store,
    catalog: createCatalog({ folder: home, sampleFolder: findLocations().sampleFolder }),
    sandboxes: { embedded } as unknown as Sandboxes,
    judge,
    reviews: createReviews(store, emit),
    emit,
  });
  const record = Promise.resolve(handlers['run.execute'](runRequest(honest)));
  return { record, startedSandboxes: () => started };
}

it('a text that is not the judged one reaches no sandbox', async () => {
  const { record, startedSandboxes } = await runJudgedAs(strategyWith('this.sell(1);'));
  const { status, error } = await record;
  expect(status).toBe('blocked');
  expect(error?.message).toContain('not the one that was judged');
  expect(startedSandboxes()).toBe(0);
});

it('the judged one does', async () => {
  const { record, startedSandboxes } = await runJudgedAs(honest);
  await expect(record).rejects.toThrow('a sandbox was started');
  expect(startedSandboxes()).toBe(1);
});

it('a policy that is changed while the run waits holds it up', async () => {
  const { record, startedSandboxes } = await runJudgedAs(honest, ['earlier', 'later']);
  const { status, error } = await record;
  expect(status).toBe('blocked');
  expect(error?.message).toContain('policy was changed');
  expect(startedSandboxes()).toBe(0);
});
