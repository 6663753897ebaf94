import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { presets } from '../../../shared/validation/policy.ts';
import { findLocations } from '../locations.ts';
import { hashSource } from './hash-source.ts';
import { createJudgingThread, JudgingFailed } from './judging-thread.ts';

const text = (source: string) => ({
  source,
  language: 'javascript' as const,
  policy: presets.standard,
});

/** What a hostile text would do to a validator with a fault: the text itself says what. */
const faulty = `import { parentPort } from 'node:worker_threads';
let seen = 0;
parentPort.on('message', ({ id, source }) => {
  seen += 1;
  if (source === 'hang') for (;;);
  if (source === 'throw') throw new Error('oh');
  if (source === 'exit') process.exit(0);
  if (source === 'eat') for (const all = []; ; ) all.push(new Array(1e6).fill(all));
  if (source === 'lie') parentPort.postMessage({ id: id + 1, sourceHash: '', assessment: {} });
  const wait = source.startsWith('slow') ? 150 : 0;
  setTimeout(() => parentPort.postMessage({ id, sourceHash: source, assessment: { seen } }), wait);
});
parentPort.postMessage({ ready: true });
`;

function openThread(entry: string, timeLimit?: number) {
  const thread = createJudgingThread({ entry, ...(timeLimit === undefined ? {} : { timeLimit }) });
  onTestFinished(() => thread.close());
  return thread;
}

function openFaulty(program = faulty) {
  const folder = mkdtempSync(join(tmpdir(), 'stratbox-judge-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const entry = join(folder, 'judge.mjs');
  writeFileSync(entry, program);
  return openThread(entry, 2000);
}

describe('the judging thread', () => {
  it('judges', async () => {
    const { sourceHash, assessment } = await openThread(findLocations().judge).judge(
      text("eval('1');"),
    );
    expect(sourceHash).toBe(hashSource("eval('1');"));
    expect(assessment).toMatchObject({ riskScore: 30, decision: 'review' });
  });

  it('judges Python', async () => {
    const python = { ...text("import os\nos.remove('x')"), language: 'python' as const };
    const { assessment } = await openThread(findLocations().judge).judge(python);
    expect(assessment).toMatchObject({ riskScore: 60, decision: 'review' });
  });

  it('ends in good order while it still starts', async () => {
    const threads = Array.from({ length: 4 }, () => openThread(findLocations().judge));
    for (const thread of threads) thread.warm();
    await Promise.all(threads.map((thread) => thread.close()));
    await expect(threads[0]?.judge(text('1;'))).rejects.toBeInstanceOf(JudgingFailed);
  });

  it('survives 100,000 nested parentheses', async () => {
    const thread = openThread(findLocations().judge);
    const nested = `${'('.repeat(100_000)}1${')'.repeat(100_000)}`;
    const { assessment } = await thread.judge(text(nested));
    expect(assessment).toMatchObject({ decision: 'reject', findings: [{ family: 'syntax' }] });
  });

  it.each([
    ['hang', 'took longer than 2 s'],
    ['throw', 'broke down: oh'],
    ['exit', 'ended before its time'],
    ['eat', /broke down|took longer/],
  ])('gives no judgement of a text that makes it %s, and goes on anew', async (source, reason) => {
    const thread = openFaulty();
    const failed = thread.judge(text(source));
    const next = thread.judge(text('next'));
    await expect(failed).rejects.toThrow(JudgingFailed);
    await expect(failed).rejects.toThrow(reason);
    expect(await next).toEqual({ sourceHash: 'next', assessment: { seen: 1 } });
  });

  it('takes no answer for another question', async () => {
    const { sourceHash } = await openFaulty().judge(text('lie'));
    expect(sourceHash).toBe('lie');
  });

  it.each([
    ['does not exist', undefined],
    ['breaks at its start', 'throw new Error("broken")'],
  ])('gives no judgement when its program %s', async (_, program) => {
    const thread = program === undefined ? openThread('/nowhere/judge.mjs') : openFaulty(program);
    await expect(thread.judge(text('a'))).rejects.toThrow(JudgingFailed);
    await expect(thread.judge(text('b'))).rejects.toThrow(JudgingFailed);
  });

  it('judges the newest text of a document, and every text of others', async () => {
    const thread = openFaulty();
    const running = thread.judge(text('slow'), 'a');
    const overtaken = thread.judge(text('second'), 'a');
    const other = thread.judge(text('other'), 'b');
    const run = thread.judge(text('run'));
    const newest = thread.judge(text('third'), 'a');
    await expect(overtaken).rejects.toMatchObject({ code: 'cancelled' });
    expect((await Promise.all([running, other, run, newest])).map((one) => one.sourceHash)).toEqual(
      ['slow', 'other', 'run', 'third'],
    );
  });

  it('counts the time of each text by itself', async () => {
    const thread = openFaulty();
    const all = Array.from({ length: 10 }, (_, index) => thread.judge(text(`slow ${index}`)));
    expect(await Promise.all(all)).toHaveLength(10);
  });

  it('does not take a busy app for a busy thread', async () => {
    const thread = openFaulty();
    await thread.judge(text('a'));
    const judged = thread.judge(text('slow b'));
    // From here on timers come before messages.
    await new Promise((resolve) => setImmediate(resolve));
    const until = performance.now() + 3000;
    while (performance.now() < until);
    expect((await judged).sourceHash).toBe('slow b');
  });

  it('ends with the app', async () => {
    const thread = openFaulty();
    const waiting = [thread.judge(text('hang')), thread.judge(text('a'))];
    const failures = Promise.allSettled(waiting);
    await thread.close();
    expect((await failures).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(thread.judge(text('b'))).rejects.toThrow(JudgingFailed);
  });
});
