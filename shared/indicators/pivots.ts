import { periodNumber, type CalendarPeriod } from './calendar-period.ts';
import { checkPeriod } from './checks.ts';
import {
  OutputLine,
  StreamingIndicator,
  priceOf,
  type Bar,
  type Indicator,
  type PriceField,
} from './indicator.ts';
import { RollingWindow } from './rolling-window.ts';
import { SlidingExtreme } from './sliding-extreme.ts';

class Pivots extends StreamingIndicator {
  readonly r1 = new OutputLine();
  readonly r2 = new OutputLine();
  readonly r3 = new OutputLine();
  readonly s1 = new OutputLine();
  readonly s2 = new OutputLine();
  readonly s3 = new OutputLine();
  readonly numberOf: (time: number) => number;
  period = Number.NaN;
  high = Number.NaN;
  low = Number.NaN;
  close = Number.NaN;
  pivot = Number.NaN;
  top = Number.NaN;
  bottom = Number.NaN;

  constructor(numberOf: (time: number) => number) {
    super();
    this.numberOf = numberOf;
  }

  protected override next(bar: Bar): number {
    this.gather(bar);
    const pivot = this.pivot;
    const range = this.top - this.bottom;
    this.r1.advance(2 * pivot - this.bottom);
    this.r2.advance(pivot + range);
    this.r3.advance(this.top + 2 * (pivot - this.bottom));
    this.s1.advance(2 * pivot - this.top);
    this.s2.advance(pivot - range);
    this.s3.advance(this.bottom - 2 * (this.top - pivot));
    return pivot;
  }

  gather({ time, high, low, close }: Bar): void {
    const period = this.numberOf(time);
    if (period === this.period) {
      this.high = Math.max(this.high, high);
      this.low = Math.min(this.low, low);
    } else {
      this.pivot = (this.high + this.low + this.close) / 3;
      this.top = this.high;
      this.bottom = this.low;
      this.period = period;
      this.high = high;
      this.low = low;
    }
    this.close = close;
  }
}

/** The latest price that stood out on both sides, known once the bars to its right have passed. */
class Swing extends StreamingIndicator {
  readonly field: PriceField;
  readonly right: number;
  readonly extreme: SlidingExtreme;
  readonly window: RollingWindow;

  constructor(left: number, right: number, field: PriceField, sign: 1 | -1) {
    super();
    this.field = field;
    this.right = right;
    this.extreme = new SlidingExtreme(left + right + 1, sign);
    this.window = new RollingWindow(right + 1);
  }

  protected override next(bar: Bar): number {
    const price = priceOf(bar, this.field);
    this.window.push(price);
    const extreme = this.extreme.push(price);
    const found = !Number.isNaN(extreme) && this.extreme.ago === this.right;
    return found ? this.window.at(this.right) : this.value;
  }
}

/**
 * Classic floor-trader pivots from the high, low and close of the UTC day, week or month before:
 * `value` is (H + L + C) / 3, with resistances `r1` to `r3` and supports `s1` to `s3`. Not in
 * TA-Lib. From the second period's first bar on; on daily bars, 'day' is the bar before.
 */
export function pivots(period: CalendarPeriod = 'day'): Pivots {
  return new Pivots(periodNumber('pivots', period));
}

/**
 * The last swing high: a high not below those of the `left` bars before it and above those of the
 * `right` bars after it, given only once these have passed, so it never looks ahead. Not in TA-Lib.
 * NaN until there is one.
 */
export function swingHigh(left = 5, right = 5): Indicator {
  checkPeriod('swingHigh', left, 1, 'left');
  return new Swing(left, checkPeriod('swingHigh', right, 1, 'right'), 'high', 1);
}

/** The last swing low: as swingHigh, with lows not above those before and below those after. */
export function swingLow(left = 5, right = 5): Indicator {
  checkPeriod('swingLow', left, 1, 'left');
  return new Swing(left, checkPeriod('swingLow', right, 1, 'right'), 'low', -1);
}
