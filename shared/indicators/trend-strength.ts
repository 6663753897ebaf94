import { checkPeriod } from './checks.ts';
import { logarithm } from './exact-math.ts';
import { OutputLine, StreamingIndicator, type Bar, type Indicator } from './indicator.ts';
import { RollingSum } from './rolling-sum.ts';
import { SlidingExtreme } from './sliding-extreme.ts';
import { ExponentialMean } from './smoothing.ts';
import { TrueRange } from './true-range.ts';

class Vortex extends StreamingIndicator {
  readonly plus = new OutputLine();
  readonly minus = new OutputLine();
  readonly range = new TrueRange();
  readonly ranges: RollingSum;
  readonly rises: RollingSum;
  readonly falls: RollingSum;
  lastHigh = Number.NaN;
  lastLow = Number.NaN;

  constructor(period: number) {
    super();
    this.ranges = new RollingSum(period);
    this.rises = new RollingSum(period);
    this.falls = new RollingSum(period);
  }

  protected override next(bar: Bar): number {
    const range = this.ranges.push(this.range.push(bar));
    const rise = this.rises.push(Math.abs(bar.high - this.lastLow));
    const fall = this.falls.push(Math.abs(bar.low - this.lastHigh));
    this.lastHigh = bar.high;
    this.lastLow = bar.low;
    this.plus.advance(range === 0 ? 0 : rise / range);
    this.minus.advance(range === 0 ? 0 : fall / range);
    return this.plus.value - this.minus.value;
  }
}

class Choppiness extends StreamingIndicator {
  readonly scale: number;
  readonly range = new TrueRange();
  readonly ranges: RollingSum;
  readonly high: SlidingExtreme;
  readonly low: SlidingExtreme;

  constructor(period: number) {
    super();
    this.scale = logarithm(period);
    this.ranges = new RollingSum(period);
    this.high = new SlidingExtreme(period, 1);
    this.low = new SlidingExtreme(period, -1);
  }

  protected override next(bar: Bar): number {
    const ranges = this.ranges.push(this.range.push(bar));
    const height = this.high.push(bar.high) - this.low.push(bar.low);
    // The first bar has a height but no true range: a flat opening is not ready a bar early.
    if (Number.isNaN(ranges)) return Number.NaN;
    if (ranges === 0 || height === 0) return 100;
    return (100 * logarithm(ranges / height)) / this.scale;
  }
}

class MassIndex extends StreamingIndicator {
  readonly single: ExponentialMean;
  readonly double: ExponentialMean;
  readonly sum: RollingSum;

  constructor(smoothing: number, period: number) {
    super();
    this.single = new ExponentialMean(smoothing);
    this.double = new ExponentialMean(smoothing);
    this.sum = new RollingSum(period);
  }

  protected override next({ high, low }: Bar): number {
    const single = this.single.push(high - low);
    const double = this.double.push(single);
    return this.sum.push(double === 0 ? 1 : single / double);
  }
}

/**
 * Vortex indicator (Botes and Siepman 2010): `plus` and `minus` are the rising and falling movement
 * over the true range, around 1, `value` is plus − minus; 0 without range. Not in TA-Lib. From bar
 * `period` on.
 */
export function vortex(period = 14): Vortex {
  return new Vortex(checkPeriod('vortex', period));
}

/**
 * Dreiss's choppiness index, 100 · log10(Σ true range / (highest high − lowest low)) / log10(period):
 * near 100 in a sideways market, near 0 in a trend; 100 without range. Not in TA-Lib. From bar
 * `period` on.
 */
export function choppiness(period = 14): Indicator {
  return new Choppiness(checkPeriod('choppiness', period, 2));
}

/**
 * Dorsey's mass index (1992): the sum over `period` bars of EMA / EMA(EMA) of the bars' ranges,
 * each EMA of `smoothing` bars, near `period`; a ratio without range counts 1. Each EMA starts from
 * a simple average. Not in TA-Lib. From bar `2 · (smoothing − 1) + period − 1` on.
 */
export function massIndex(smoothing = 9, period = 25): Indicator {
  checkPeriod('massIndex', smoothing, 1, 'smoothing');
  return new MassIndex(smoothing, checkPeriod('massIndex', period));
}
