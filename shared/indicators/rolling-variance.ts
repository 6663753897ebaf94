/**
 * Mean and population variance (ddof 0) of the last `size` numbers. The numbers are summed as
 * distances from one of them, renewed each time the ring comes round, so prices that are large
 * beside their movement keep their digits; the variance of equal numbers is exactly 0.
 */
export class RollingVariance {
  mean = Number.NaN;
  readonly size: number;
  readonly values: Float64Array;
  position = 0;
  full = false;
  shift = Number.NaN;
  sum = 0;
  squares = 0;
  equal = 0;
  last = Number.NaN;

  constructor(size: number) {
    this.size = size;
    this.values = new Float64Array(size);
  }

  /** The variance with `value`; NaN while the window fills. */
  push(value: number): number {
    if (Number.isNaN(this.shift)) this.shift = value;
    this.equal = value === this.last ? this.equal + 1 : 1;
    this.last = value;
    if (this.full) this.add(this.values[this.position] as number, -1);
    this.add(value, 1);
    this.values[this.position] = value;
    this.position += 1;
    if (this.position === this.size) this.renew(value);
    return this.full ? this.variance(value) : Number.NaN;
  }

  add(value: number, sign: 1 | -1): void {
    const distance = value - this.shift;
    this.sum += sign * distance;
    this.squares += sign * distance * distance;
  }

  renew(shift: number): void {
    this.position = 0;
    this.full = true;
    this.shift = shift;
    this.sum = 0;
    this.squares = 0;
    for (let index = 0; index < this.size; index += 1) this.add(this.values[index] as number, 1);
  }

  variance(value: number): number {
    if (this.equal >= this.size) {
      this.mean = value;
      return 0;
    }
    const mean = this.sum / this.size;
    this.mean = this.shift + mean;
    return Math.max(0, this.squares / this.size - mean * mean);
  }
}
