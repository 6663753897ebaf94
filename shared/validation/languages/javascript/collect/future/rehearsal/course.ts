import type { Table } from './knowledge.ts';

/** A handful of numbers goes up and down by chance as well. */
const leastRows = 20;
const leastAnchors = 6;
const leastOfScale = 8;

/**
 * Whether numbers run as prices do: small steps up and down that add up, so that each lies near the
 * one before it, and far from those of another time. Scales, curves of a day and weights do not.
 */
export function isCourse(numbers: readonly number[], least = leastRows): boolean {
  if (numbers.length < least || numbers.some((one) => !(one > 0))) return false;
  const mean = numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
  let [spread, steps, turns, last] = [(numbers[0] ?? 0) - mean, 0, 0, 0];
  spread *= spread;
  const sizes: number[] = [];
  for (const [place, one] of numbers.entries()) {
    if (place === 0) continue;
    const before = numbers[place - 1] ?? one;
    const step = one - before;
    spread += (one - mean) ** 2;
    steps += step * step;
    sizes.push(Math.abs(step) / before);
    if (step !== 0 && last !== 0 && step > 0 !== last > 0) turns++;
    if (step !== 0) last = step;
  }
  const size = sizes.sort((a, b) => a - b)[sizes.length >> 1] ?? 0;
  return steps < 0.8 * spread && turns >= 0.2 * numbers.length && size > 2e-4 && size < 0.08;
}

/** `2, 3, 5, 7, 11, …`: whole numbers that only rise are a scale, not a course. */
export const isScale = (numbers: readonly number[], least = leastOfScale): boolean =>
  numbers.length >= least &&
  numbers.every(
    (one, place) => Number.isInteger(one) && (place === 0 || one > (numbers[place - 1] ?? NaN)),
  );

/** Places in the run, each later than the one before, which rows are written for: `[[0, 97.1], [20, 104.2], …]`. */
export function anchorsIn(columns: ReadonlyMap<string, readonly number[]>): readonly number[] {
  if (columns.size < 2) return [];
  for (const numbers of columns.values()) {
    const areOrdered = numbers.every(
      (one, place) =>
        Number.isInteger(one) && one >= 0 && one < 1e7 && one > (numbers[place - 1] ?? -1),
    );
    const isSparse = (numbers.at(-1) ?? 0) - (numbers[0] ?? 0) >= 2 * numbers.length;
    if (numbers.length >= leastAnchors && areOrdered && isSparse) return numbers;
  }
  return [];
}

/** Whether it matters where the bars' prices go: to rows of prices, or onto the end of a plain list. */
export const meetsPrices = ({ isCourse, anchors, isPlain }: Table): boolean =>
  isCourse || anchors.length > 0 || isPlain;
