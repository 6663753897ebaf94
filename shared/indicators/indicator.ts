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

/** A number that changes from bar to bar: an indicator, or one output of an indicator. */
export interface Line {
  /** NaN until enough bars were seen. */
  readonly value: number;
  /** The value one bar earlier. */
  readonly previous: number;
}

/** A streaming indicator: O(1) a bar in the number of bars seen. */
export interface Indicator extends Line {
  update(bar: Bar): void;
}

export type PriceField = 'open' | 'high' | 'low' | 'close' | 'volume';

/** `bar[field]`, which V8 reads far slower once indicators of several columns share the line. */
export function priceOf(bar: Bar, field: PriceField): number {
  if (field === 'close') return bar.close;
  if (field === 'high') return bar.high;
  if (field === 'low') return bar.low;
  return field === 'open' ? bar.open : bar.volume;
}

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

/** A further output of an indicator that has several; its owner moves it at every bar. */
export class OutputLine implements Line {
  value = Number.NaN;
  previous = Number.NaN;

  advance(value: number): void {
    this.previous = this.value;
    this.value = value;
  }
}
