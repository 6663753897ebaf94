import { checkFactor } from './checks.ts';
import { OutputLine, StreamingIndicator, type Bar } from './indicator.ts';

class ParabolicSar extends StreamingIndicator {
  /** 1 while long, −1 while short. */
  readonly direction = new OutputLine();
  readonly step: number;
  readonly maximum: number;
  long = true;
  acceleration: number;
  extreme = Number.NaN;
  stop = Number.NaN;
  lastHigh = Number.NaN;
  lastLow = Number.NaN;

  constructor(step: number, maximum: number) {
    super();
    this.step = Math.min(step, maximum);
    this.maximum = maximum;
    this.acceleration = this.step;
  }

  protected override next({ high, low }: Bar): number {
    if (Number.isNaN(this.stop) && !Number.isNaN(this.lastHigh)) this.start(high, low);
    const stop = this.follow(high, low);
    this.direction.advance(Number.isNaN(stop) ? stop : this.long ? 1 : -1);
    this.lastHigh = high;
    this.lastLow = low;
    return stop;
  }

  /** The first direction is that of the first directional movement; long unless it points down. */
  start(high: number, low: number): void {
    const up = high - this.lastHigh;
    const down = this.lastLow - low;
    this.long = !(down > 0 && down > up);
    this.extreme = this.long ? high : low;
    this.stop = this.long ? this.lastLow : this.lastHigh;
    // TA-Lib lets the first stop be bounded by the bar it starts on, not by the one before.
    this.lastHigh = high;
    this.lastLow = low;
  }

  follow(high: number, low: number): number {
    if (Number.isNaN(this.stop)) return Number.NaN;
    const touched = this.long ? low <= this.stop : high >= this.stop;
    if (touched) this.turn(high, low);
    const stop = this.stop;
    const further = this.long ? high > this.extreme : low < this.extreme;
    if (!touched && further) {
      this.extreme = this.long ? high : low;
      this.acceleration = Math.min(this.acceleration + this.step, this.maximum);
    }
    this.stop = this.outside(stop + this.acceleration * (this.extreme - stop), high, low);
    return stop;
  }

  turn(high: number, low: number): void {
    this.long = !this.long;
    this.stop = this.outside(this.extreme, high, low);
    this.acceleration = this.step;
    this.extreme = this.long ? high : low;
  }

  /** A stop never lies inside the range of this bar and the one before. */
  outside(stop: number, high: number, low: number): number {
    return this.long ? Math.min(stop, low, this.lastLow) : Math.max(stop, high, this.lastHigh);
  }
}

/**
 * Wilder's parabolic stop and reverse (1978), in price units, from bar 1 on; as TA-Lib's SAR.
 * `step` is the acceleration's start and increment, `maximum` its cap; the `direction` line is 1
 * while long and −1 while short. It starts long unless the first directional movement points down,
 * where Wilder left the choice to the trader.
 */
export function parabolicSar(step = 0.02, maximum = 0.2): ParabolicSar {
  checkFactor('parabolicSar', step, 'step');
  return new ParabolicSar(step, checkFactor('parabolicSar', maximum, 'maximum'));
}
