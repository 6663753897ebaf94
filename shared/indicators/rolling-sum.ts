/**
 * Sum and mean of the last `size` numbers, by one addition and one subtraction. What these lose to
 * rounding does not pile up: a second sum starts from nothing each time the ring comes round and
 * takes the first one's place at its end. A window of equal numbers has exactly their sum and mean,
 * so that averages of a price that stands still never seem to cross it. A NaN is answered with NaN
 * and not kept, so one filter may feed another while it warms up.
 */
export class RollingSum {
  readonly values: Float64Array;
  position = 0;
  /** NaN until the window is full. */
  size = Number.NaN;
  // Not 0: V8 would take these for small integers and rebuild the object at the first price.
  sum = -0;
  fresh = -0;
  last = Number.NaN;
  repeats = 0;

  constructor(size: number) {
    this.values = new Float64Array(size);
  }

  /** The sum with `value`; NaN while the window fills. */
  push(value: number): number {
    if (Number.isNaN(value)) return value;
    const level = this.take(value);
    if (Number.isNaN(this.size)) return Number.NaN;
    return level ? value * this.size : this.sum;
  }

  /** Takes `value` as push does; the window's mean. */
  pushMean(value: number): number {
    if (Number.isNaN(value)) return value;
    return this.take(value) ? value : this.sum / this.size;
  }

  /** Whether the window now holds nothing but `value`. */
  take(value: number): boolean {
    const { values, position } = this;
    this.sum += value - (values[position] as number);
    this.fresh += value;
    values[position] = value;
    this.position = position + 1;
    if (position + 1 === values.length) {
      this.position = 0;
      this.size = values.length;
      this.sum = this.fresh;
      this.fresh = -0;
    }
    if (value === this.last) {
      this.repeats += 1;
      return this.repeats >= values.length - 1;
    }
    this.repeats = 0;
    this.last = value;
    return false;
  }
}
