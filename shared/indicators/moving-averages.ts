import {
  checkField,
  checkPeriod,
  StreamingIndicator,
  type Bar,
  type Indicator,
  type PriceField,
} from './indicator.ts';
import { RollingWindow } from './rolling-window.ts';

class SimpleMovingAverage extends StreamingIndicator {
  readonly #window: RollingWindow;
  readonly #field: PriceField;
  #sum = 0;

  constructor(period: number, field: PriceField) {
    super();
    this.#window = new RollingWindow(period);
    this.#field = field;
  }

  protected override next(bar: Bar): number {
    const dropped = this.#window.push(bar[this.#field]);
    this.#sum += bar[this.#field] - dropped;
    return this.#window.full ? this.#sum / this.#window.size : Number.NaN;
  }
}

class ExponentialMovingAverage extends StreamingIndicator {
  readonly #weight: number;
  readonly #period: number;
  readonly #field: PriceField;
  #seen = 0;
  #sum = 0;

  constructor(period: number, field: PriceField) {
    super();
    this.#period = period;
    this.#weight = 2 / (period + 1);
    this.#field = field;
  }

  protected override next(bar: Bar): number {
    const price = bar[this.#field];
    this.#seen += 1;
    if (this.#seen > this.#period) return this.value + this.#weight * (price - this.value);
    this.#sum += price;
    return this.#seen === this.#period ? this.#sum / this.#period : Number.NaN;
  }
}

/** Simple moving average of `period` bars; from bar `period - 1` on. */
export function sma(period: number, source: PriceField = 'close'): Indicator {
  return new SimpleMovingAverage(checkPeriod('sma', period), checkField('sma', source));
}

/**
 * Exponential moving average with weight 2 / (period + 1), seeded with the simple average of the
 * first `period` bars as TA-Lib does; from bar `period - 1` on.
 */
export function ema(period: number, source: PriceField = 'close'): Indicator {
  return new ExponentialMovingAverage(checkPeriod('ema', period), checkField('ema', source));
}
