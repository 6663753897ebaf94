import { checkField, checkPeriod } from './checks.ts';
import { FilteredPrice } from './filtered-price.ts';
import { StreamingIndicator, type Bar, type Indicator, type PriceField } from './indicator.ts';
import { WilderMean, type Filter } from './smoothing.ts';
import { TrueRange } from './true-range.ts';

/** Wilder's averages of rises and of falls, which RSI and CMO set in proportion. */
class RiseAndFall {
  rise = Number.NaN;
  fall = Number.NaN;
  readonly rises: WilderMean;
  readonly falls: WilderMean;
  last = Number.NaN;

  constructor(period: number) {
    this.rises = new WilderMean(period);
    this.falls = new WilderMean(period);
  }

  push(value: number): void {
    const change = value - this.last;
    this.last = value;
    this.rise = this.rises.push(Math.max(change, 0));
    this.fall = this.falls.push(Math.max(-change, 0));
  }
}

/** RSI of any numbers; 0 while nothing has moved, as in TA-Lib. */
export class RelativeStrength implements Filter {
  readonly moves: RiseAndFall;

  constructor(period: number) {
    this.moves = new RiseAndFall(period);
  }

  push(value: number): number {
    this.moves.push(value);
    const { rise, fall } = this.moves;
    return rise + fall === 0 ? 0 : 100 * (rise / (rise + fall));
  }
}

class ChandeMomentum implements Filter {
  readonly moves: RiseAndFall;

  constructor(period: number) {
    this.moves = new RiseAndFall(period);
  }

  push(value: number): number {
    this.moves.push(value);
    const { rise, fall } = this.moves;
    return rise + fall === 0 ? 0 : 100 * ((rise - fall) / (rise + fall));
  }
}

class AverageTrueRange extends StreamingIndicator {
  readonly range = new TrueRange();
  readonly average: WilderMean;
  readonly percent: boolean;

  constructor(period: number, percent: boolean) {
    super();
    this.average = new WilderMean(period);
    this.percent = percent;
  }

  protected override next(bar: Bar): number {
    const average = this.average.push(this.range.push(bar));
    if (!this.percent) return average;
    return bar.close === 0 ? 0 : (100 * average) / bar.close;
  }
}

/**
 * Relative strength index (Wilder 1978), 0 to 100; from bar `period` on. Wilder's averages start
 * from the simple average of the first `period` changes, as TA-Lib's RSI; 0 while nothing has
 * moved, as there, where some charts give 50 or 100.
 */
export function rsi(period: number, source: PriceField = 'close'): Indicator {
  return new FilteredPrice(
    new RelativeStrength(checkPeriod('rsi', period)),
    checkField('rsi', source),
  );
}

/**
 * Chande momentum oscillator, −100 to 100, with Wilder's smoothing as TA-Lib's CMO (Chande's own of
 * 1994 uses plain sums); 0 while nothing has moved. From bar `period` on.
 */
export function cmo(period: number, source: PriceField = 'close'): Indicator {
  return new FilteredPrice(
    new ChandeMomentum(checkPeriod('cmo', period)),
    checkField('cmo', source),
  );
}

/**
 * Average true range (Wilder 1978), in price units; from bar `period` on. Seeded with the mean of
 * the true ranges of bars 1 … period, as TA-Lib's ATR; charts that count the first bar's high − low
 * as one start a bar earlier and converge.
 */
export function atr(period: number): Indicator {
  return new AverageTrueRange(checkPeriod('atr', period), false);
}

/**
 * Average true range in percent of the close; from bar `period` on. As TA-Lib's NATR; 0 where the
 * close is 0.
 */
export function natr(period: number): Indicator {
  return new AverageTrueRange(checkPeriod('natr', period), true);
}

class TrueRangeIndicator extends StreamingIndicator {
  readonly range = new TrueRange();

  protected override next(bar: Bar): number {
    return this.range.push(bar);
  }
}

/**
 * The bar's range widened to the close before it (Wilder 1978), in price units; from bar 1 on, as
 * TA-Lib's TRANGE.
 */
export function trueRange(): Indicator {
  return new TrueRangeIndicator();
}
