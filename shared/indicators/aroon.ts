import { checkPeriod } from './checks.ts';
import { OutputLine, StreamingIndicator, type Bar } from './indicator.ts';
import { SlidingExtreme } from './sliding-extreme.ts';

class Aroon extends StreamingIndicator {
  readonly up = new OutputLine();
  readonly down = new OutputLine();
  readonly period: number;
  readonly high: SlidingExtreme;
  readonly low: SlidingExtreme;

  constructor(period: number) {
    super();
    this.period = period;
    this.high = new SlidingExtreme(period + 1, 1);
    this.low = new SlidingExtreme(period + 1, -1);
  }

  protected override next(bar: Bar): number {
    const ready = !Number.isNaN(this.high.push(bar.high) + this.low.push(bar.low));
    this.up.advance(ready ? this.freshness(this.high.ago) : Number.NaN);
    this.down.advance(ready ? this.freshness(this.low.ago) : Number.NaN);
    return this.up.value - this.down.value;
  }

  freshness(ago: number): number {
    return (100 * (this.period - ago)) / this.period;
  }
}

/**
 * Chande's Aroon (1995): `up` is 100 when the highest high of `period + 1` bars is this bar's and 0
 * when it is `period` bars old, `down` the same for the lowest low; `value` is the oscillator, up −
 * down, −100 to 100. Of equal extremes the newest counts, as in TA-Lib's AROON. From bar `period`
 * on.
 */
export function aroon(period = 14): Aroon {
  return new Aroon(checkPeriod('aroon', period));
}
