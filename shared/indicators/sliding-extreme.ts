import type { Filter } from './smoothing.ts';

/**
 * The greatest (sign 1) or least (sign −1) of the last `period` numbers, by a monotonic queue: each
 * number enters and leaves once, so O(1) amortised. The queue holds, best first, the numbers that
 * can still become the extreme; of equals the newest counts.
 */
export class SlidingExtreme implements Filter {
  readonly period: number;
  readonly sign: 1 | -1;
  readonly values: Float64Array;
  readonly places: Float64Array;
  head = 0;
  length = 0;
  seen = 0;

  constructor(period: number, sign: 1 | -1) {
    this.period = period;
    this.sign = sign;
    this.values = new Float64Array(period);
    this.places = new Float64Array(period);
  }

  push(value: number): number {
    if (Number.isNaN(value)) return value;
    if (this.length > 0 && (this.places[this.head] as number) <= this.seen - this.period) {
      this.head = this.slot(1);
      this.length -= 1;
    }
    const signed = value * this.sign;
    while (this.length > 0 && (this.values[this.slot(this.length - 1)] as number) <= signed) {
      this.length -= 1;
    }
    const end = this.slot(this.length);
    this.values[end] = signed;
    this.places[end] = this.seen;
    this.length += 1;
    this.seen += 1;
    if (this.seen < this.period) return Number.NaN;
    return (this.values[this.head] as number) * this.sign;
  }

  /** How many numbers ago the extreme was pushed, 0 being the newest. */
  get ago(): number {
    return this.seen - 1 - (this.places[this.head] as number);
  }

  slot(offset: number): number {
    const slot = this.head + offset;
    return slot < this.period ? slot : slot - this.period;
  }
}
