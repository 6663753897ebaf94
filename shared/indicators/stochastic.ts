import { checkField, checkPeriod } from './checks.ts';
import {
  OutputLine,
  StreamingIndicator,
  priceOf,
  type Bar,
  type Indicator,
  type PriceField,
} from './indicator.ts';
import { SlidingExtreme } from './sliding-extreme.ts';
import { SimpleMean } from './smoothing.ts';
import { RelativeStrength } from './wilder.ts';

/** Where a number lies in the range of the last ones, 0 to 100; 0 where there is no range. */
class PlaceInRange {
  readonly high: SlidingExtreme;
  readonly low: SlidingExtreme;
  readonly noRange: number;

  constructor(period: number, noRange: number) {
    this.high = new SlidingExtreme(period, 1);
    this.low = new SlidingExtreme(period, -1);
    this.noRange = noRange;
  }

  push(value: number, high: number, low: number): number {
    const bottom = this.low.push(low);
    const range = this.high.push(high) - bottom;
    return range <= this.noRange ? 0 : (100 * (value - bottom)) / range;
  }
}

class Stochastic extends StreamingIndicator {
  readonly k = new OutputLine();
  readonly d = new OutputLine();
  readonly place: PlaceInRange;
  readonly slowing: SimpleMean;
  readonly signal: SimpleMean;

  constructor(period: number, slowing: number, signal: number) {
    super();
    this.place = new PlaceInRange(period, 0);
    this.slowing = new SimpleMean(slowing);
    this.signal = new SimpleMean(signal);
  }

  protected override next(bar: Bar): number {
    this.k.advance(this.slowing.push(this.place.push(bar.close, bar.high, bar.low)));
    this.d.advance(this.signal.push(this.k.value));
    return this.k.value;
  }
}

/** A range of the RSI below this is rounding, not movement. */
const roundingOfRsi = 1e-9;

class StochasticRsi extends StreamingIndicator {
  readonly k = new OutputLine();
  readonly d = new OutputLine();
  readonly strength: RelativeStrength;
  readonly place: PlaceInRange;
  readonly signal: SimpleMean;
  readonly field: PriceField;

  constructor(period: number, range: number, signal: number, field: PriceField) {
    super();
    this.strength = new RelativeStrength(period);
    this.place = new PlaceInRange(range, roundingOfRsi);
    this.signal = new SimpleMean(signal);
    this.field = field;
  }

  protected override next(bar: Bar): number {
    const strength = this.strength.push(priceOf(bar, this.field));
    this.k.advance(this.place.push(strength, strength, strength));
    this.d.advance(this.signal.push(this.k.value));
    return this.k.value;
  }
}

class WilliamsR extends StreamingIndicator {
  readonly place: PlaceInRange;

  constructor(period: number) {
    super();
    this.place = new PlaceInRange(period, 0);
  }

  protected override next(bar: Bar): number {
    // Measured from the top: the low stands for the high and the other way round.
    const fromTop = this.place.push(-bar.close, -bar.low, -bar.high);
    return fromTop === 0 ? 0 : -fromTop;
  }
}

/**
 * Stochastic oscillator (Lane), 0 to 100: `k` (also `value`) is the close's place in the range of
 * `period` bars, smoothed over `slowing` bars, from bar `period + slowing - 2` on; `d` its simple
 * average, `signal - 1` bars later (TA-Lib's STOCH holds back both until then). A range without
 * height counts as place 0, as there. With `slowing` 1 it is the fast stochastic (STOCHF).
 */
export function stochastic(period = 14, slowing = 3, signal = 3): Stochastic {
  checkPeriod('stochastic', period);
  checkPeriod('stochastic', slowing, 1, 'slowing');
  checkPeriod('stochastic', signal, 1, 'signal');
  return new Stochastic(period, slowing, signal);
}

/**
 * Stochastic of the RSI (Chande and Kroll 1994), 0 to 100: `k` (also `value`) is the RSI's place in
 * its own range of `range` bars, from bar `period + range - 1` on, `d` its simple average,
 * `signal - 1` bars later. TA-Lib's STOCHRSI, except that a range below 1e-9 counts as none (place
 * 0), where TA-Lib gives the place within its own rounding errors. Some charts smooth `k` once
 * more.
 */
export function stochRsi(
  period = 14,
  range = 14,
  signal = 3,
  source: PriceField = 'close',
): StochasticRsi {
  checkPeriod('stochRsi', period);
  checkPeriod('stochRsi', range, 1, 'range');
  checkPeriod('stochRsi', signal, 1, 'signal');
  return new StochasticRsi(period, range, signal, checkField('stochRsi', source));
}

/**
 * Williams' %R, −100 (at the low) to 0 (at the high, or no range); from bar `period - 1` on. As
 * TA-Lib's WILLR.
 */
export function williamsR(period = 14): Indicator {
  return new WilliamsR(checkPeriod('williamsR', period));
}
