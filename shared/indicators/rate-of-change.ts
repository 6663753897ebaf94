import { checkFastSlow, checkField, checkPeriod } from './checks.ts';
import { tripleSmoothed } from './compound-averages.ts';
import { FilteredPrice } from './filtered-price.ts';
import type { Indicator, PriceField } from './indicator.ts';
import { RollingWindow } from './rolling-window.ts';
import { ExponentialMean, SimpleMean, WeightedMean, type Filter } from './smoothing.ts';

class Momentum implements Filter {
  readonly window: RollingWindow;

  constructor(period: number) {
    this.window = new RollingWindow(period);
  }

  push(value: number): number {
    return value - this.window.push(value);
  }
}

/** Change in percent; 0 where the earlier number is 0, as in TA-Lib. */
class RateOfChange implements Filter {
  readonly window: RollingWindow;

  constructor(period: number) {
    this.window = new RollingWindow(period);
  }

  push(value: number): number {
    if (Number.isNaN(value)) return value;
    const earlier = this.window.push(value);
    return earlier === 0 ? 0 : (value / earlier - 1) * 100;
  }
}

class Trix implements Filter {
  readonly smoothed: Filter;
  readonly change = new RateOfChange(1);

  constructor(period: number) {
    this.smoothed = tripleSmoothed(period);
  }

  push(value: number): number {
    return this.change.push(this.smoothed.push(value));
  }
}

class Coppock implements Filter {
  readonly mean: WeightedMean;
  readonly long: RateOfChange;
  readonly short: RateOfChange;

  constructor(mean: number, long: number, short: number) {
    this.mean = new WeightedMean(mean);
    this.long = new RateOfChange(long);
    this.short = new RateOfChange(short);
  }

  push(value: number): number {
    return this.mean.push(this.long.push(value) + this.short.push(value));
  }
}

class DetrendedPrice implements Filter {
  readonly mean: SimpleMean;
  readonly window: RollingWindow;

  constructor(period: number) {
    this.mean = new SimpleMean(period);
    this.window = new RollingWindow(Math.floor(period / 2) + 1);
  }

  push(value: number): number {
    return this.window.push(value) - this.mean.push(value);
  }
}

class TrueStrength implements Filter {
  readonly moves: readonly [ExponentialMean, ExponentialMean];
  readonly sizes: readonly [ExponentialMean, ExponentialMean];
  last = Number.NaN;

  constructor(fast: number, slow: number) {
    this.moves = [new ExponentialMean(slow), new ExponentialMean(fast)];
    this.sizes = [new ExponentialMean(slow), new ExponentialMean(fast)];
  }

  push(value: number): number {
    const move = value - this.last;
    this.last = value;
    const moves = this.moves[1].push(this.moves[0].push(move));
    const sizes = this.sizes[1].push(this.sizes[0].push(Math.abs(move)));
    return sizes === 0 ? 0 : (100 * moves) / sizes;
  }
}

/** Change over `period` bars, in price units; from bar `period` on. As TA-Lib's MOM. */
export function momentum(period = 10, source: PriceField = 'close'): Indicator {
  const filter = new Momentum(checkPeriod('momentum', period));
  return new FilteredPrice(filter, checkField('momentum', source));
}

/**
 * Rate of change over `period` bars, in percent; from bar `period` on. As TA-Lib's ROC; 0 where the
 * earlier number is 0.
 */
export function roc(period = 10, source: PriceField = 'close'): Indicator {
  const filter = new RateOfChange(checkPeriod('roc', period));
  return new FilteredPrice(filter, checkField('roc', source));
}

/**
 * TRIX (Hutson 1983): the change in percent, from bar to bar, of three EMAs in a row; from bar
 * `3 · (period − 1) + 1` on. Each EMA starts from a simple average, as TA-Lib's TRIX.
 */
export function trix(period = 15, source: PriceField = 'close'): Indicator {
  const filter = new Trix(checkPeriod('trix', period));
  return new FilteredPrice(filter, checkField('trix', source));
}

/**
 * Coppock curve (1962), WMA(mean) of ROC(long) + ROC(short), in percent, meant for monthly bars.
 * Not in TA-Lib. From bar `max(long, short) + mean - 1` on.
 */
export function coppock(mean = 10, long = 14, short = 11): Indicator {
  checkPeriod('coppock', mean, 1, 'mean');
  checkPeriod('coppock', long, 1, 'long');
  checkPeriod('coppock', short, 1, 'short');
  return new FilteredPrice(new Coppock(mean, long, short), 'close');
}

/**
 * Detrended price oscillator: the close of `⌊period / 2⌋ + 1` bars ago less today's simple average,
 * so that nothing is drawn ahead of its time. Not in TA-Lib. From bar `period - 1` on, `period` 2
 * and 1 one bar later.
 */
export function dpo(period = 20, source: PriceField = 'close'): Indicator {
  const filter = new DetrendedPrice(checkPeriod('dpo', period));
  return new FilteredPrice(filter, checkField('dpo', source));
}

/**
 * Blau's true strength index (1991), −100 to 100: the doubly smoothed change over the doubly
 * smoothed size of the change, first by `slow`, then by `fast`; 0 while nothing moves. Each EMA
 * starts from a simple average. Not in TA-Lib. From bar `slow + fast - 1` on.
 */
export function tsi(fast = 13, slow = 25, source: PriceField = 'close'): Indicator {
  checkFastSlow('tsi', fast, slow);
  return new FilteredPrice(new TrueStrength(fast, slow), checkField('tsi', source));
}
