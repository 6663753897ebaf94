/** The last `size` numbers in a ring. */
export class RollingWindow {
  readonly size: number;
  readonly values: Float64Array;
  position = 0;
  count = 0;

  constructor(size: number) {
    this.size = size;
    this.values = new Float64Array(size);
  }

  get full(): boolean {
    return this.count === this.size;
  }

  /** Adds a value and returns the one that left, NaN while the window fills. */
  push(value: number): number {
    const dropped = this.full ? (this.values[this.position] as number) : Number.NaN;
    this.values[this.position] = value;
    this.position = this.position + 1 === this.size ? 0 : this.position + 1;
    if (this.count < this.size) this.count += 1;
    return dropped;
  }

  /** The value `ago` pushes back, 0 being the newest. */
  at(ago: number): number {
    const index = this.position - 1 - ago;
    return this.values[index < 0 ? index + this.size : index] as number;
  }
}
