import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { at } from './table.ts';

/**
 * The median times in milliseconds of ESLint with its security plugin and of `work`, in turn on the same
 * text, `rounds` times each after a few to warm up.
 */
export async function besideLint(text: string, work: () => unknown, rounds: number) {
  const linter = new Worker(new URL('./security-lint.ts', import.meta.url));
  const lint: number[] = [];
  const own: number[] = [];
  for (let round = -5; round < rounds; round += 1) {
    const answer = once(linter, 'message');
    linter.postMessage(text);
    const [time] = (await answer) as [number];
    const started = performance.now();
    work();
    if (round < 0) continue;
    lint.push(time);
    own.push(performance.now() - started);
  }
  await linter.terminate();
  const [theirs, ours] = [at(lint, 0.5), at(own, 0.5)];
  return { theirs, ours, ratio: theirs / ours };
}
