import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { at } from './table.ts';

/** Calls a turn: one alone would find the processor's caches full of the other program, and so measure those. */
const turn = 10;
/** Turns to warm up, the same for both. */
const warming = 6;

/**
 * The median times in milliseconds of ESLint with its security plugin and of `work` on the same text,
 * in turns of ten calls each, `turns` times after a few to warm up.
 */
export async function besideLint(text: string, work: () => unknown, turns: number) {
  const linter = new Worker(new URL('./security-lint.ts', import.meta.url));
  const lint: number[] = [];
  const own: number[] = [];
  for (let round = -warming; round < turns; round += 1) {
    const isMeasured = round >= 0;
    for (let call = 0; call < turn; call += 1) {
      const answer = once(linter, 'message');
      linter.postMessage(text);
      const [time] = (await answer) as [number];
      if (isMeasured) lint.push(time);
    }
    for (let call = 0; call < turn; call += 1) {
      const started = performance.now();
      work();
      if (isMeasured) own.push(performance.now() - started);
    }
  }
  await linter.terminate();
  const [theirs, ours] = [at(lint, 0.5), at(own, 0.5)];
  return { theirs, ours, ratio: theirs / ours };
}
