import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { at } from './table.ts';

/** Calls a turn: a few alone would find the processor's caches full of the other program, and measure those. */
const callsATurn = 50;
/** Turns that both have before they are measured: a text is judged at every keystroke, for hours. */
const warmingTurns = 14;

/**
 * The median times in milliseconds of two contestants (files of `contestants/`) on one text, in turns of
 * fifty calls each; `ratio` is the first's over the second's. Each has a thread of its own, as the
 * validation has in the app: programs that share a parser in one thread and use it in different ways
 * are slower for it, which neither is to blame for.
 */
export async function inTurns(first: string, second: string, text: string, turns: number) {
  const threads = [threadOf(first), threadOf(second)];
  const times: [number[], number[]] = [[], []];
  for (let turn = -warmingTurns; turn < turns; turn += 1) {
    for (const [index, thread] of threads.entries()) {
      const answer = once(thread, 'message');
      thread.postMessage({ text, calls: callsATurn });
      const [took] = (await answer) as [number[]];
      if (turn >= 0) times[index]?.push(...took);
    }
  }
  await Promise.all(threads.map((thread) => thread.terminate()));
  const [a, b] = times.map((list) => at(list, 0.5)) as [number, number];
  return { first: a, second: b, ratio: a / b };
}

const threadOf = (contestant: string): Worker =>
  new Worker(new URL('./contestant.ts', import.meta.url), {
    workerData: new URL(`./contestants/${contestant}.ts`, import.meta.url).href,
  });
