import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { at } from './table.ts';

/** Calls a turn: a few alone would find the processor's caches full of the other program, and measure those. */
const callsATurn = 50;
/**
 * Turns that both have before they are measured: a text is judged at every keystroke, for hours, and both
 * still get faster up to their thousandth call.
 */
const warmingTurns = 20;
const measuredTurns = 9;

/**
 * The median times in milliseconds of two contestants (files of `contestants/`) on one text, in turns of
 * fifty calls each. `ratio` is the first's over the second's: the median of all turns' ratios, since the
 * halves of one turn meet the same machine, which may be half as fast a minute later. Each has a thread of
 * its own, as the validation has in the app: programs that share a parser in one thread and use it in
 * different ways are slower for it, which neither is to blame for.
 */
export async function inTurns(first: string, second: string, text: string) {
  const threads = [threadOf(first), threadOf(second)];
  const medians: [number[], number[]] = [[], []];
  for (let turn = -warmingTurns; turn < measuredTurns; turn += 1) {
    for (const [index, thread] of threads.entries()) {
      const answer = once(thread, 'message');
      thread.postMessage({ text, calls: callsATurn });
      const [took] = (await answer) as [number[]];
      if (turn >= 0) medians[index]?.push(at(took, 0.5));
    }
  }
  await Promise.all(threads.map((thread) => thread.terminate()));
  const [firsts, seconds] = medians;
  const ratios = firsts.map((time, turn) => time / (seconds[turn] ?? NaN));
  return { first: at(firsts, 0.5), second: at(seconds, 0.5), ratio: at(ratios, 0.5) };
}

const threadOf = (contestant: string): Worker =>
  new Worker(new URL('./contestant.ts', import.meta.url), {
    workerData: new URL(`./contestants/${contestant}.ts`, import.meta.url).href,
  });
