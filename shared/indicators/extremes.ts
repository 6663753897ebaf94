import { checkField, checkPeriod } from './checks.ts';
import { FilteredPrice } from './filtered-price.ts';
import {
  StreamingIndicator,
  priceOf,
  type Bar,
  type Indicator,
  type PriceField,
} from './indicator.ts';
import { SlidingExtreme } from './sliding-extreme.ts';

/** Half way between the highest of one column and the lowest of another. */
class MiddleOfRange extends StreamingIndicator {
  readonly high: SlidingExtreme;
  readonly low: SlidingExtreme;
  readonly highField: PriceField;
  readonly lowField: PriceField;

  constructor(period: number, highField: PriceField, lowField: PriceField) {
    super();
    this.high = new SlidingExtreme(period, 1);
    this.low = new SlidingExtreme(period, -1);
    this.highField = highField;
    this.lowField = lowField;
  }

  protected override next(bar: Bar): number {
    return (
      (this.high.push(priceOf(bar, this.highField)) + this.low.push(priceOf(bar, this.lowField))) /
      2
    );
  }
}

/**
 * Highest value of the last `period` bars, this one included: for a breakout compare with
 * `previous`. As TA-Lib's MAX. From bar `period - 1` on.
 */
export function highest(period: number, source: PriceField = 'high'): Indicator {
  const extreme = new SlidingExtreme(checkPeriod('highest', period), 1);
  return new FilteredPrice(extreme, checkField('highest', source));
}

/**
 * Lowest value of the last `period` bars, this one included: for a breakout compare with
 * `previous`. As TA-Lib's MIN. From bar `period - 1` on.
 */
export function lowest(period: number, source: PriceField = 'low'): Indicator {
  const extreme = new SlidingExtreme(checkPeriod('lowest', period), -1);
  return new FilteredPrice(extreme, checkField('lowest', source));
}

/**
 * Mean of one column's highest and lowest value, in its units; from bar `period - 1` on. As
 * TA-Lib's MIDPOINT.
 */
export function midpoint(period: number, source: PriceField = 'close'): Indicator {
  const field = checkField('midpoint', source);
  return new MiddleOfRange(checkPeriod('midpoint', period), field, field);
}

/**
 * Mean of the highest high and the lowest low, in price units; from bar `period - 1` on. As
 * TA-Lib's MIDPRICE.
 */
export function midPrice(period: number): Indicator {
  return new MiddleOfRange(checkPeriod('midPrice', period), 'high', 'low');
}
