import { RollingRamp } from './rolling-ramp.ts';
import { RollingSum } from './rolling-sum.ts';

/** One number in, one number out; NaN until ready. A NaN given is answered with NaN and not kept. */
export interface Filter {
  push(value: number): number;
}

/** The mean of the last `period` numbers. */
export class SimpleMean implements Filter {
  readonly sum: RollingSum;

  constructor(period: number) {
    this.sum = new RollingSum(period);
  }

  push(value: number): number {
    return this.sum.pushMean(value);
  }
}

/** The mean of the last `period` numbers with weights 1, 2 … `period`, the newest weighing most. */
export class WeightedMean implements Filter {
  readonly ramp: RollingRamp;

  constructor(period: number) {
    this.ramp = new RollingRamp(period);
  }

  push(value: number): number {
    this.ramp.push(value);
    return Number.isNaN(value) ? value : this.ramp.weightedMean();
  }
}

/**
 * Starts from the simple mean of `period` numbers and then moves towards each new one by `weight`.
 * With `skipped`, the first numbers are left out of that start (see macd.ts).
 */
class SeededMean implements Filter {
  readonly period: number;
  readonly weight: number;
  waiting: number;
  seen = 0;
  sum = 0;
  value = Number.NaN;

  constructor(period: number, weight: number, skipped: number) {
    this.period = period;
    this.weight = weight;
    this.waiting = skipped;
  }

  push(value: number): number {
    if (Number.isNaN(value)) return value;
    if (this.seen >= this.period) {
      this.value += this.weight * (value - this.value);
    } else if (this.waiting > 0) {
      this.waiting -= 1;
    } else {
      this.sum += value;
      this.seen += 1;
      if (this.seen === this.period) this.value = this.sum / this.period;
    }
    return this.value;
  }
}

/** Exponential mean with the weight 2 / (period + 1). */
export class ExponentialMean extends SeededMean {
  constructor(period: number, skipped = 0) {
    super(period, 2 / (period + 1), skipped);
  }
}

/** Wilder's mean: (old · (period − 1) + new) / period. */
export class WilderMean extends SeededMean {
  constructor(period: number) {
    super(period, 1 / period, 0);
  }
}
