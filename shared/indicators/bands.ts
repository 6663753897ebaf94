import { checkFactor, checkField, checkPeriod } from './checks.ts';
import { OutputLine, StreamingIndicator, priceOf, type Bar, type PriceField } from './indicator.ts';
import { RollingVariance } from './rolling-variance.ts';
import { SlidingExtreme } from './sliding-extreme.ts';
import { ExponentialMean, SimpleMean, WilderMean } from './smoothing.ts';
import { TrueRange } from './true-range.ts';

/** Three lines; the indicator's own value is the middle one. */
abstract class Bands extends StreamingIndicator {
  readonly upper = new OutputLine();
  readonly middle = new OutputLine();
  readonly lower = new OutputLine();

  protected place(upper: number, middle: number, lower: number): number {
    this.upper.advance(upper);
    this.middle.advance(middle);
    this.lower.advance(lower);
    return middle;
  }
}

class Bollinger extends Bands {
  readonly width = new OutputLine();
  readonly percent = new OutputLine();
  readonly variance: RollingVariance;
  readonly factor: number;
  readonly field: PriceField;

  constructor(period: number, factor: number, field: PriceField) {
    super();
    this.variance = new RollingVariance(period);
    this.factor = factor;
    this.field = field;
  }

  protected override next(bar: Bar): number {
    const price = priceOf(bar, this.field);
    const reach = this.factor * Math.sqrt(this.variance.push(price));
    const { mean } = this.variance;
    this.width.advance((2 * reach) / mean);
    this.percent.advance(reach === 0 ? 0.5 : (price - mean + reach) / (2 * reach));
    return this.place(mean + reach, mean, mean - reach);
  }
}

class Keltner extends Bands {
  readonly mean: ExponentialMean;
  readonly range = new TrueRange();
  readonly averageRange: WilderMean;
  readonly factor: number;

  constructor(period: number, factor: number, rangePeriod: number) {
    super();
    this.mean = new ExponentialMean(period);
    this.averageRange = new WilderMean(rangePeriod);
    this.factor = factor;
  }

  protected override next(bar: Bar): number {
    const middle = this.mean.push(bar.close);
    const reach = this.factor * this.averageRange.push(this.range.push(bar));
    return this.place(middle + reach, middle, middle - reach);
  }
}

class Donchian extends Bands {
  readonly high: SlidingExtreme;
  readonly low: SlidingExtreme;

  constructor(period: number) {
    super();
    this.high = new SlidingExtreme(period, 1);
    this.low = new SlidingExtreme(period, -1);
  }

  protected override next(bar: Bar): number {
    const upper = this.high.push(bar.high);
    const lower = this.low.push(bar.low);
    return this.place(upper, (upper + lower) / 2, lower);
  }
}

class AccelerationBands extends Bands {
  readonly upperMean: SimpleMean;
  readonly middleMean: SimpleMean;
  readonly lowerMean: SimpleMean;

  constructor(period: number) {
    super();
    this.upperMean = new SimpleMean(period);
    this.middleMean = new SimpleMean(period);
    this.lowerMean = new SimpleMean(period);
  }

  protected override next({ high, low, close }: Bar): number {
    const share = high + low === 0 ? 0 : (4 * (high - low)) / (high + low);
    return this.place(
      this.upperMean.push(high * (1 + share)),
      this.middleMean.push(close),
      this.lowerMean.push(low * (1 - share)),
    );
  }
}

/**
 * Bollinger bands, SMA ± factor · population standard deviation (ddof 0), in price units; from bar
 * `period - 1` on. As TA-Lib's BBANDS; charts that take the sample deviation draw them wider.
 * `width` is (upper − lower) / middle and `percent` the price's place between the bands, 0 at the
 * lower and 1 at the upper (½ where they meet).
 */
export function bollinger(period = 20, factor = 2, source: PriceField = 'close'): Bollinger {
  checkPeriod('bollinger', period);
  const reach = checkFactor('bollinger', factor, 'factor');
  return new Bollinger(period, reach, checkField('bollinger', source));
}

/**
 * Keltner channels in Linda Raschke's form: EMA of the close ± factor · Wilder's ATR. (Keltner's own
 * used the simple average of typical prices and of the bars' ranges.) Not in TA-Lib. The middle from
 * bar `period - 1` on, the channel once the ATR stands too, at bar `rangePeriod`.
 */
export function keltner(period = 20, factor = 2, rangePeriod = 10): Keltner {
  checkPeriod('keltner', period);
  checkPeriod('keltner', rangePeriod, 1, 'rangePeriod');
  return new Keltner(period, checkFactor('keltner', factor, 'factor'), rangePeriod);
}

/**
 * Donchian channel: highest high, lowest low and half way between, this bar included, so that a
 * breakout is a close above `upper.previous`. Not in TA-Lib. From bar `period - 1` on.
 */
export function donchian(period = 20): Donchian {
  return new Donchian(checkPeriod('donchian', period));
}

/**
 * Headley's acceleration bands (2002): simple averages of high · (1 + x), close and low · (1 − x),
 * with x = 4 · (high − low) / (high + low), in price units; from bar `period - 1` on. As TA-Lib's
 * ACCBANDS.
 */
export function accelerationBands(period = 20): AccelerationBands {
  return new AccelerationBands(checkPeriod('accelerationBands', period));
}
