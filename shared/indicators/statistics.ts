import { checkField, checkPeriod } from './checks.ts';
import { FilteredPrice } from './filtered-price.ts';
import type { Indicator, PriceField } from './indicator.ts';
import { RollingSum } from './rolling-sum.ts';
import { RollingVariance } from './rolling-variance.ts';
import { RollingWindow } from './rolling-window.ts';
import type { Filter } from './smoothing.ts';

class Deviation implements Filter {
  readonly variance: RollingVariance;

  constructor(period: number) {
    this.variance = new RollingVariance(period);
  }

  push(value: number): number {
    return Math.sqrt(this.variance.push(value));
  }
}

class ZScore implements Filter {
  readonly variance: RollingVariance;

  constructor(period: number) {
    this.variance = new RollingVariance(period);
  }

  push(value: number): number {
    const variance = this.variance.push(value);
    return variance === 0 ? 0 : (value - this.variance.mean) / Math.sqrt(variance);
  }
}

/** Mean and mean absolute deviation; a pass over the window a bar, for the mean moves each time. */
export class MeanDeviation implements Filter {
  mean = Number.NaN;
  readonly window: RollingWindow;
  readonly sum: RollingSum;

  constructor(period: number) {
    this.window = new RollingWindow(period);
    this.sum = new RollingSum(period);
  }

  push(value: number): number {
    this.window.push(value);
    this.mean = this.sum.pushMean(value);
    if (Number.isNaN(this.mean)) return Number.NaN;
    const { size } = this.window;
    let sum = 0;
    for (let ago = 0; ago < size; ago += 1) sum += Math.abs(this.window.at(ago) - this.mean);
    return sum / size;
  }
}

/**
 * Population variance (ddof 0) of the last `period` bars, 0 or more; from bar `period - 1` on. As
 * TA-Lib's VAR, which loses about eight digits on prices that are large beside their movement.
 */
export function variance(period: number, source: PriceField = 'close'): Indicator {
  const filter = new RollingVariance(checkPeriod('variance', period));
  return new FilteredPrice(filter, checkField('variance', source));
}

/**
 * Population standard deviation (ddof 0) of the last `period` bars, 0 or more; from bar
 * `period - 1` on. As TA-Lib's STDDEV, with the digits that it loses (see variance); spreadsheets'
 * STDEV is the sample's.
 */
export function standardDeviation(period: number, source: PriceField = 'close'): Indicator {
  const filter = new Deviation(checkPeriod('standardDeviation', period));
  return new FilteredPrice(filter, checkField('standardDeviation', source));
}

/**
 * How many population standard deviations (ddof 0) the price is from its simple average, 0 while
 * nothing moves. Not in TA-Lib. From bar `period - 1` on.
 */
export function zScore(period: number, source: PriceField = 'close'): Indicator {
  const filter = new ZScore(checkPeriod('zScore', period, 2));
  return new FilteredPrice(filter, checkField('zScore', source));
}

/**
 * Mean absolute deviation from the simple average, 0 or more; from bar `period - 1` on. As TA-Lib's
 * AVGDEV. A pass over the window a bar.
 */
export function meanDeviation(period: number, source: PriceField = 'close'): Indicator {
  const filter = new MeanDeviation(checkPeriod('meanDeviation', period));
  return new FilteredPrice(filter, checkField('meanDeviation', source));
}
