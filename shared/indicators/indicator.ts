/** One bar's numbers, as indicators and strategies see them. */
export interface Bar {
  /** Position in the data, from 0. */
  readonly index: number;
  /** Start of the bar, milliseconds since 1970-01-01 UTC. */
  readonly time: number;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  readonly volume: number;
}

/** A streaming indicator: O(1) a bar; `value` is NaN until it has seen enough bars. */
export interface Indicator {
  readonly value: number;
  /** The value one bar earlier. */
  readonly previous: number;
  update(bar: Bar): void;
}

export type PriceField = 'open' | 'high' | 'low' | 'close' | 'volume';

/** Keeps `value` and `previous`; a family supplies the arithmetic of the next value. */
export abstract class StreamingIndicator implements Indicator {
  value = Number.NaN;
  previous = Number.NaN;

  update(bar: Bar): void {
    this.previous = this.value;
    this.value = this.next(bar);
  }

  protected abstract next(bar: Bar): number;
}

/** @throws {RangeError} unless `period` is an integer from 1 to 100,000. */
export function checkPeriod(name: string, period: unknown): number {
  if (!Number.isInteger(period) || (period as number) < 1 || (period as number) > 100_000) {
    throw new RangeError(`${name}: period must be a whole number from 1 to 100000`);
  }
  return period as number;
}

/** @throws {RangeError} unless `field` names a column of a bar. */
export function checkField(name: string, field: unknown): PriceField {
  if (!['open', 'high', 'low', 'close', 'volume'].includes(field as string)) {
    throw new RangeError(`${name}: source must be open, high, low, close or volume`);
  }
  return field as PriceField;
}
