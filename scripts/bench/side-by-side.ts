import { at } from './table.ts';

/**
 * Times two pieces of work in turn, `rounds` times each after one warm-up, and compares their medians
 * in milliseconds; `ratio` is the first's over the second's. Taking turns lets both meet the same noise.
 */
export function sideBySide(first: () => unknown, second: () => unknown, rounds: number) {
  const times: [number[], number[]] = [[], []];
  for (let round = -1; round < rounds; round += 1) {
    for (const [index, work] of [first, second].entries()) {
      const started = performance.now();
      work();
      if (round >= 0) times[index]?.push(performance.now() - started);
    }
  }
  const [a, b] = times.map((list) => at(list, 0.5)) as [number, number];
  return { first: a, second: b, ratio: a / b };
}
