import {
  checkField,
  checkPeriod,
  StreamingIndicator,
  type Bar,
  type Indicator,
  type PriceField,
} from './indicator.ts';

/**
 * Sliding extreme by a monotonic queue (each bar enters and leaves once, so O(1) a bar amortised):
 * the queue holds the bars that can still become the extreme, best first.
 */
class SlidingExtreme extends StreamingIndicator {
  readonly #period: number;
  readonly #field: PriceField;
  readonly #sign: 1 | -1;
  readonly #values: number[] = [];
  readonly #bars: number[] = [];
  #head = 0;
  #seen = 0;

  constructor(period: number, field: PriceField, sign: 1 | -1) {
    super();
    this.#period = period;
    this.#field = field;
    this.#sign = sign;
  }

  protected override next(bar: Bar): number {
    const value = bar[this.#field] * this.#sign;
    while (this.#values.length > this.#head && (this.#values.at(-1) as number) <= value) {
      this.#values.pop();
      this.#bars.pop();
    }
    this.#values.push(value);
    this.#bars.push(this.#seen);
    if ((this.#bars[this.#head] as number) <= this.#seen - this.#period) this.#head += 1;
    this.#seen += 1;
    this.#dropPassed();
    if (this.#seen < this.#period) return Number.NaN;
    return (this.#values[this.#head] as number) * this.#sign;
  }

  /** The queue's dead front is cut off now and then, so memory stays bounded by the period. */
  #dropPassed(): void {
    if (this.#head <= this.#period) return;
    this.#values.splice(0, this.#head);
    this.#bars.splice(0, this.#head);
    this.#head = 0;
  }
}

/** Highest value of the last `period` bars, this one included; from bar `period - 1` on. */
export function highest(period: number, source: PriceField = 'high'): Indicator {
  return new SlidingExtreme(checkPeriod('highest', period), checkField('highest', source), 1);
}

/** Lowest value of the last `period` bars, this one included; from bar `period - 1` on. */
export function lowest(period: number, source: PriceField = 'low'): Indicator {
  return new SlidingExtreme(checkPeriod('lowest', period), checkField('lowest', source), -1);
}
