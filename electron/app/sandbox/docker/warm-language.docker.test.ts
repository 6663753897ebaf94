import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { defaultLimits } from '../../../../shared/contract/models/run.ts';
import type { Language } from '../../../../shared/validation/types.ts';
import { openTextBench } from './python-bench.ts';

let bench: Awaited<ReturnType<typeof openTextBench>>;
beforeAll(async () => {
  bench = await openTextBench(['javascript', 'python']);
  bench.sandbox.warm.set({ count: 1, idleMinutes: 5 });
});
afterAll(() => bench.close());

const isWaiting = () =>
  expect.poll(() => bench.sandbox.warm.size, { timeout: 20_000, interval: 50 }).toBe(1);
const text = (language: Language) =>
  language === 'python'
    ? 'from stratbox import Strategy\nclass Nothing(Strategy):\n    pass\n'
    : "import { Strategy } from 'stratbox';\nexport default class Nothing extends Strategy {}\n";

/** Whether a run of this language began in a container that was there before it. */
async function startsWarm(language: Language): Promise<boolean> {
  const created: string[] = [];
  const started = await bench.sandbox.start({
    ...{ runId: randomUUID(), language, limits: defaultLimits },
    signal: new AbortController().signal,
    onStage: (stage) => created.push(stage),
  });
  await started.destroy();
  return created.length === 0;
}

it('waits for the language that is wanted, and no other run takes it', async () => {
  await bench.sandbox.prepare(defaultLimits, 'python');
  await isWaiting();
  expect(await startsWarm('javascript')).toBe(false);
  // JavaScript was run last: it is what waits now.
  await isWaiting();
  expect(await startsWarm('javascript')).toBe(true);
  await isWaiting();
  expect(await startsWarm('python')).toBe(false);
});

it.each(['python', 'javascript'] as const)(
  'runs a text in the one that waited: %s',
  async (language) => {
    await bench.sandbox.prepare(defaultLimits, language);
    await isWaiting();
    expect(await bench.run({ source: text(language), language })).toMatchObject({ status: 'done' });
  },
);
