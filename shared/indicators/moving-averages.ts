import { checkField, checkPeriod } from './checks.ts';
import { FilteredPrice } from './filtered-price.ts';
import {
  StreamingIndicator,
  priceOf,
  type Bar,
  type Indicator,
  type PriceField,
} from './indicator.ts';
import { RollingSum } from './rolling-sum.ts';
import { ExponentialMean, WeightedMean, WilderMean } from './smoothing.ts';

/** A class of its own, not a FilteredPrice: the commonest indicator keeps the shortest call. */
class SimpleMovingAverage extends RollingSum implements Indicator {
  value = Number.NaN;
  previous = Number.NaN;
  readonly field: PriceField;

  constructor(period: number, field: PriceField) {
    super(period);
    this.field = field;
  }

  update(bar: Bar): void {
    this.previous = this.value;
    this.value = this.pushMean(priceOf(bar, this.field));
  }
}

class VolumeWeightedMovingAverage extends StreamingIndicator {
  readonly money: RollingSum;
  readonly volume: RollingSum;
  readonly plain: RollingSum;
  readonly field: PriceField;

  constructor(period: number, field: PriceField) {
    super();
    this.money = new RollingSum(period);
    this.volume = new RollingSum(period);
    this.plain = new RollingSum(period);
    this.field = field;
  }

  protected override next(bar: Bar): number {
    const price = priceOf(bar, this.field);
    const money = this.money.push(price * bar.volume);
    const volume = this.volume.push(bar.volume);
    const plain = this.plain.pushMean(price);
    return volume === 0 ? plain : money / volume;
  }
}

/**
 * Simple moving average: the mean of the last `period` bars, in price units; from bar `period - 1`
 * on. As TA-Lib's SMA, and exactly the price while that stands still for `period` bars.
 */
export function sma(period: number, source: PriceField = 'close'): Indicator {
  return new SimpleMovingAverage(checkPeriod('sma', period), checkField('sma', source));
}

/**
 * Exponential moving average with weight 2 / (period + 1), in price units; from bar `period - 1`
 * on. Seeded with the simple average of the first `period` bars, as TA-Lib's EMA; charts that start
 * from the first price instead differ at first and converge.
 */
export function ema(period: number, source: PriceField = 'close'): Indicator {
  const mean = new ExponentialMean(checkPeriod('ema', period));
  return new FilteredPrice(mean, checkField('ema', source));
}

/**
 * Linearly weighted moving average, weights 1 … period, newest most, in price units; from bar
 * `period - 1` on. As TA-Lib's WMA.
 */
export function wma(period: number, source: PriceField = 'close'): Indicator {
  const mean = new WeightedMean(checkPeriod('wma', period));
  return new FilteredPrice(mean, checkField('wma', source));
}

/**
 * Smoothed moving average, Wilder's of 1978, also called RMA or SMMA: an EMA with weight 1 /
 * period, in price units; from bar `period - 1` on. Seeded with the simple average of the first
 * `period` bars. Not in TA-Lib by itself.
 */
export function smma(period: number, source: PriceField = 'close'): Indicator {
  const mean = new WilderMean(checkPeriod('smma', period));
  return new FilteredPrice(mean, checkField('smma', source));
}

/**
 * Volume-weighted moving average, Σ(price · volume) / Σ volume; the simple average while no volume
 * was traded. Not in TA-Lib. From bar `period - 1` on.
 */
export function vwma(period: number, source: PriceField = 'close'): Indicator {
  return new VolumeWeightedMovingAverage(checkPeriod('vwma', period), checkField('vwma', source));
}
