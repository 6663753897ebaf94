import type * as api from './index.ts';
import type { Bar, Indicator } from './indicator.ts';

export type Numbers = readonly number[];

/** One call of an indicator beside its definition worked out over whole arrays. */
export interface OracleCase {
  readonly call: string;
  readonly ours: (indicators: typeof api) => Indicator;
  /** The first bar of each line with a value, as documented; none where it depends on the data. */
  readonly starts: Readonly<Record<string, number>>;
  /** Each line's number at every bar, NaN where there is none. */
  readonly lines: (bars: readonly Bar[]) => Readonly<Record<string, Numbers>>;
}

export const at = (numbers: Numbers, bar: number) => numbers[bar] ?? Number.NaN;

export const column = (bars: readonly Bar[], field: keyof Bar): number[] =>
  bars.map((bar) => bar[field]);

export const typicalPrices = (bars: readonly Bar[]): number[] =>
  bars.map(({ high, low, close }) => (high + low + close) / 3);

/** One number a bar from two arrays. */
export const combine = (
  first: Numbers,
  second: Numbers,
  join: (first: number, second: number) => number,
): number[] => first.map((number, bar) => join(number, at(second, bar)));

export const sum = (numbers: Numbers) => numbers.reduce((total, number) => total + number, 0);

export const mean = (numbers: Numbers) => sum(numbers) / numbers.length;

/** The population's. */
export function deviation(numbers: Numbers): number {
  const middle = mean(numbers);
  return Math.sqrt(mean(numbers.map((number) => (number - middle) ** 2)));
}

/** Weights 1, 2 … from the oldest on. */
export const weighted = (numbers: Numbers) =>
  sum(numbers.map((number, place) => number * (place + 1))) /
  sum(numbers.map((_, place) => place + 1));

export const greatest = (numbers: Numbers) => Math.max(...numbers);

export const least = (numbers: Numbers) => Math.min(...numbers);

/** `of` the last `size` numbers at every bar, NaN where these are not all there. */
export const rolling = (numbers: Numbers, size: number, of: (window: Numbers) => number) =>
  numbers.map((_, bar) => {
    const window = numbers.slice(Math.max(0, bar - size + 1), bar + 1);
    return window.length < size || window.some(Number.isNaN) ? Number.NaN : of(window);
  });

/** The numbers of `ago` bars before. */
export const delayed = (numbers: Numbers, ago: number) =>
  numbers.map((_, bar) => at(numbers, bar - ago));

/** How far each number is from the one before it. */
export const changes = (numbers: Numbers) =>
  combine(numbers, delayed(numbers, 1), (now, before) => now - before);

/**
 * The exponential average as the geometric series it is, not as a recursion: the simple mean of the
 * first `period` numbers and all later ones, each weighing less by the same factor a bar.
 */
export function exponential(numbers: Numbers, period: number, weight = 2 / (period + 1)): number[] {
  const first = numbers.findIndex((number) => !Number.isNaN(number));
  const start = first + period - 1;
  const seed = first < 0 ? Number.NaN : mean(numbers.slice(first, start + 1));
  return numbers.map((_, bar) => {
    if (first < 0 || bar < start) return Number.NaN;
    let total = 0;
    let kept = 1;
    // Beyond 1e-200 of the newest number's weight nothing reaches a digit that is compared.
    for (let from = bar; from > start && kept > 1e-200; from -= 1) {
      total += kept * weight * at(numbers, from);
      kept *= 1 - weight;
    }
    return total + kept * seed;
  });
}

export const wilders = (numbers: Numbers, period: number) =>
  exponential(numbers, period, 1 / period);

/** From the second bar on: the greatest of the three distances Wilder names. */
export const trueRanges = (bars: readonly Bar[]) =>
  bars.map(({ high, low }, bar) => {
    const before = bars[bar - 1]?.close ?? Number.NaN;
    return Math.max(high - low, Math.abs(high - before), Math.abs(low - before));
  });

/** Half way between the highest high and the lowest low. */
export const middles = (bars: readonly Bar[], period: number) =>
  combine(
    rolling(column(bars, 'high'), period, greatest),
    rolling(column(bars, 'low'), period, least),
    (high, low) => (high + low) / 2,
  );
