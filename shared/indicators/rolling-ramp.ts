/**
 * The last `size` numbers summed plainly and with the weights 0, 1, 2 … from the oldest on: what a
 * weighted average and a least-squares line need. Numbers are taken as distances from one of them
 * (see rolling-variance.ts) and summed afresh each time the ring comes round.
 */
export class RollingRamp {
  readonly size: number;
  readonly values: Float64Array;
  position = 0;
  count = 0;
  shift = Number.NaN;
  sum = 0;
  ramp = 0;

  constructor(size: number) {
    this.size = size;
    this.values = new Float64Array(size);
  }

  get full(): boolean {
    return this.count === this.size;
  }

  /** Takes a value; a NaN is left out. */
  push(value: number): void {
    if (Number.isNaN(value)) return;
    if (Number.isNaN(this.shift)) this.shift = value;
    const distance = value - this.shift;
    if (this.full) {
      const oldest = (this.values[this.position] as number) - this.shift;
      this.ramp -= this.sum - oldest;
      this.sum -= oldest;
    } else {
      this.count += 1;
    }
    this.sum += distance;
    this.ramp += (this.count - 1) * distance;
    this.values[this.position] = value;
    this.position += 1;
    if (this.position === this.size) this.renew(value);
  }

  /** The mean with weights 1, 2 … from the oldest on; NaN while the window fills. */
  weightedMean(): number {
    if (!this.full) return Number.NaN;
    return this.shift + (2 * (this.ramp + this.sum)) / (this.size * (this.size + 1));
  }

  /** The least-squares line's rise a bar; NaN while the window fills. */
  slope(): number {
    if (!this.full) return Number.NaN;
    const { size } = this;
    return (12 * this.ramp - 6 * (size - 1) * this.sum) / (size * (size * size - 1));
  }

  /** The least-squares line's height at the oldest bar. */
  intercept(): number {
    if (!this.full) return Number.NaN;
    return this.shift + this.sum / this.size - (this.slope() * (this.size - 1)) / 2;
  }

  renew(shift: number): void {
    this.position = 0;
    this.shift = shift;
    this.sum = 0;
    this.ramp = 0;
    for (let index = 0; index < this.size; index += 1) {
      const distance = (this.values[index] as number) - shift;
      this.sum += distance;
      this.ramp += index * distance;
    }
  }
}
