import type { Bar } from './indicator.ts';

/**
 * The parts of Wilder's true range: the bar's range widened to the close before it. NaN on the
 * first bar, which has no close before it.
 */
export class TrueRange {
  high = Number.NaN;
  low = Number.NaN;
  lastClose = Number.NaN;

  push(bar: Bar): number {
    this.high = Math.max(bar.high, this.lastClose);
    this.low = Math.min(bar.low, this.lastClose);
    this.lastClose = bar.close;
    return this.high - this.low;
  }
}
