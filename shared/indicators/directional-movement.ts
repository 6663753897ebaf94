import { checkPeriod } from './checks.ts';
import { OutputLine, StreamingIndicator, type Bar, type Indicator } from './indicator.ts';
import { RollingWindow } from './rolling-window.ts';
import { TrueRange } from './true-range.ts';

/**
 * Wilder's running total: the first `period - 1` numbers are added up, then each bar takes away one
 * part in `period` and adds the new number.
 */
class WilderTotal {
  value = 0;
  readonly period: number;
  seen = 0;

  constructor(period: number) {
    this.period = period;
  }

  push(value: number): void {
    this.seen += 1;
    this.value += this.seen < this.period ? value : value - this.value / this.period;
  }
}

class DirectionalMovement extends StreamingIndicator {
  readonly plus = new OutputLine();
  readonly minus = new OutputLine();
  readonly dx = new OutputLine();
  readonly period: number;
  readonly range = new TrueRange();
  readonly ranges: WilderTotal;
  readonly rises: WilderTotal;
  readonly falls: WilderTotal;
  lastHigh = Number.NaN;
  lastLow = Number.NaN;
  moves = 0;
  sum = 0;

  constructor(period: number) {
    super();
    this.period = period;
    this.ranges = new WilderTotal(period);
    this.rises = new WilderTotal(period);
    this.falls = new WilderTotal(period);
  }

  protected override next(bar: Bar): number {
    this.move(bar);
    if (this.moves < this.period) {
      this.plus.advance(Number.NaN);
      this.minus.advance(Number.NaN);
      this.dx.advance(Number.NaN);
      return Number.NaN;
    }
    const range = this.ranges.value;
    this.plus.advance(range === 0 ? 0 : (100 * this.rises.value) / range);
    this.minus.advance(range === 0 ? 0 : (100 * this.falls.value) / range);
    const total = this.plus.value + this.minus.value;
    // Without direction TA-Lib keeps the DX before; at the start that is 0.
    const kept = Number.isNaN(this.dx.value) ? 0 : this.dx.value;
    const apart = Math.abs(this.plus.value - this.minus.value);
    this.dx.advance(total === 0 ? kept : (100 * apart) / total);
    return this.average(total === 0);
  }

  move(bar: Bar): void {
    const range = this.range.push(bar);
    const up = bar.high - this.lastHigh;
    const down = this.lastLow - bar.low;
    this.lastHigh = bar.high;
    this.lastLow = bar.low;
    if (Number.isNaN(range)) return;
    this.moves += 1;
    this.ranges.push(range);
    this.rises.push(up > 0 && up > down ? up : 0);
    this.falls.push(down > 0 && down > up ? down : 0);
  }

  /** A bar without direction counts as 0 in the average's seed and leaves it alone later (TA-Lib). */
  average(directionless: boolean): number {
    const period = this.period;
    if (this.moves < 2 * period) {
      if (!directionless) this.sum += this.dx.value;
      return this.moves < 2 * period - 1 ? Number.NaN : this.sum / period;
    }
    return directionless ? this.value : (this.value * (period - 1) + this.dx.value) / period;
  }
}

class AdxRating extends StreamingIndicator {
  readonly movement: DirectionalMovement;
  readonly window: RollingWindow;

  constructor(period: number) {
    super();
    this.movement = new DirectionalMovement(period);
    this.window = new RollingWindow(period - 1);
  }

  protected override next(bar: Bar): number {
    this.movement.update(bar);
    const { value } = this.movement;
    return (value + this.window.push(value)) / 2;
  }
}

/**
 * Wilder's average directional index (1978), 0 to 100: `value` is ADX from bar `2 · period − 1` on,
 * `plus` and `minus` are +DI and −DI and `dx` the directional index from bar `period` on. Totals
 * start from the sum of the first `period − 1` moves, as TA-Lib's ADX, PLUS_DI, MINUS_DI and DX
 * (Wilder summed `period`), so other charts differ at first and converge.
 */
export function adx(period = 14): DirectionalMovement {
  return new DirectionalMovement(checkPeriod('adx', period, 2));
}

/**
 * ADX rating, 0 to 100: the mean of ADX now and `period - 1` bars ago, as TA-Lib's ADXR (Wilder
 * went back `period`); from bar `3 · period − 2` on.
 */
export function adxr(period = 14): Indicator {
  return new AdxRating(checkPeriod('adxr', period, 2));
}
