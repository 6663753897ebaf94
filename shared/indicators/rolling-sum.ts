/**
 * Sum and mean of the last `size` numbers. What a running sum loses to rounding does not pile up:
 * each time the ring comes round the sum is taken afresh, one more addition a bar on average. A
 * window of equal numbers has exactly their sum and mean. A NaN is answered with NaN and not kept,
 * so one filter may feed another while it warms up.
 */
export class RollingSum {
  readonly size: number;
  readonly values: Float64Array;
  position = 0;
  full = false;
  sum = 0;
  last = Number.NaN;
  equal = 0;

  constructor(size: number) {
    this.size = size;
    this.values = new Float64Array(size);
  }

  /** The sum with `value`; NaN while the window fills. */
  push(value: number): number {
    this.take(value);
    if (!this.full || Number.isNaN(value)) return Number.NaN;
    return this.equal >= this.size ? value * this.size : this.sum;
  }

  /** Takes `value` as push does; the window's mean. */
  pushMean(value: number): number {
    this.take(value);
    if (!this.full || Number.isNaN(value)) return Number.NaN;
    return this.equal >= this.size ? value : this.sum / this.size;
  }

  take(value: number): void {
    if (Number.isNaN(value)) return;
    const values = this.values;
    this.equal = value === this.last ? this.equal + 1 : 1;
    this.last = value;
    this.sum += value - (values[this.position] as number);
    values[this.position] = value;
    this.position += 1;
    if (this.position < this.size) return;
    this.position = 0;
    this.full = true;
    let sum = 0;
    for (let index = 0; index < values.length; index += 1) sum += values[index] as number;
    this.sum = sum;
  }
}
