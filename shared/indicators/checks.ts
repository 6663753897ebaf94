import type { PriceField } from './indicator.ts';

const longest = 100_000;

/** What was given, for a message: numbers and words as they are, anything else by its type. */
function given(value: unknown): string {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? `'${value.slice(0, 20)}'` : typeof value;
}

function refuse(indicator: string, argument: string, allowed: string, value: unknown): never {
  throw new RangeError(`${indicator}: ${argument} must be ${allowed}, not ${given(value)}`);
}

/** @throws {RangeError} unless `period` is a whole number from `minimum` to 100,000. */
export function checkPeriod(
  indicator: string,
  period: unknown,
  minimum = 1,
  argument = 'period',
): number {
  if (!Number.isInteger(period) || (period as number) < minimum || (period as number) > longest) {
    refuse(indicator, argument, `a whole number from ${minimum} to ${longest}`, period);
  }
  return period as number;
}

/** @throws {RangeError} unless both are periods and `fast` is below `slow`. */
export function checkFastSlow(indicator: string, fast: unknown, slow: unknown): void {
  checkPeriod(indicator, fast, 1, 'fast');
  checkPeriod(indicator, slow, 2, 'slow');
  if ((fast as number) >= (slow as number)) {
    refuse(indicator, 'fast', `below slow (${given(slow)})`, fast);
  }
}

/** @throws {RangeError} unless `factor` is a finite number above 0. */
export function checkFactor(indicator: string, factor: unknown, argument: string): number {
  if (typeof factor !== 'number' || !Number.isFinite(factor) || factor <= 0) {
    refuse(indicator, argument, 'a finite number above 0', factor);
  }
  return factor;
}

/** @throws {RangeError} unless `share` is a number from 0 to 1. */
export function checkShare(indicator: string, share: unknown, argument: string): number {
  if (typeof share !== 'number' || !(share >= 0 && share <= 1)) {
    refuse(indicator, argument, 'a number from 0 to 1', share);
  }
  return share;
}

/** @throws {RangeError} unless `field` names a column of a bar. */
export function checkField(indicator: string, field: unknown, argument = 'source'): PriceField {
  return checkChoice(indicator, argument, ['open', 'high', 'low', 'close', 'volume'], field);
}

/** @throws {RangeError} unless `value` is one of the words. */
export function checkChoice<Word extends string>(
  indicator: string,
  argument: string,
  words: readonly Word[],
  value: unknown,
): Word {
  if (!words.includes(value as Word)) {
    refuse(indicator, argument, `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`, value);
  }
  return value as Word;
}
