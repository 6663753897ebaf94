import type { PriceField } from './indicator.ts';

const longest = 100_000;

/** @throws {RangeError} unless `period` is a whole number from `minimum` to 100,000. */
export function checkPeriod(
  indicator: string,
  period: unknown,
  minimum = 1,
  argument = 'period',
): number {
  if (!Number.isInteger(period) || (period as number) < minimum || (period as number) > longest) {
    throw new RangeError(
      `${indicator}: ${argument} must be a whole number from ${minimum} to ${longest}`,
    );
  }
  return period as number;
}

/** @throws {RangeError} unless both are periods and `fast` is below `slow`. */
export function checkFastSlow(indicator: string, fast: unknown, slow: unknown): void {
  checkPeriod(indicator, fast, 1, 'fast');
  checkPeriod(indicator, slow, 1, 'slow');
  if ((fast as number) >= (slow as number)) {
    throw new RangeError(`${indicator}: fast must be below slow`);
  }
}

/** @throws {RangeError} unless `factor` is a finite number above 0. */
export function checkFactor(indicator: string, factor: unknown, argument: string): number {
  if (typeof factor !== 'number' || !Number.isFinite(factor) || factor <= 0) {
    throw new RangeError(`${indicator}: ${argument} must be a finite number above 0`);
  }
  return factor;
}

/** @throws {RangeError} unless `field` names a column of a bar. */
export function checkField(indicator: string, field: unknown, argument = 'source'): PriceField {
  if (!['open', 'high', 'low', 'close', 'volume'].includes(field as string)) {
    throw new RangeError(`${indicator}: ${argument} must be open, high, low, close or volume`);
  }
  return field as PriceField;
}
