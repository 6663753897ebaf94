import { checkPeriod, StreamingIndicator, type Bar, type Indicator } from './indicator.ts';

/** Wilder's smoothing: the mean of the first `period` values, then (old · (period − 1) + new) / period. */
class WilderAverage {
  value = Number.NaN;
  readonly #period: number;
  #seen = 0;
  #sum = 0;

  constructor(period: number) {
    this.#period = period;
  }

  push(value: number): number {
    this.#seen += 1;
    if (this.#seen > this.#period) {
      this.value = (this.value * (this.#period - 1) + value) / this.#period;
    } else {
      this.#sum += value;
      if (this.#seen === this.#period) this.value = this.#sum / this.#period;
    }
    return this.value;
  }
}

class RelativeStrengthIndex extends StreamingIndicator {
  readonly #gains: WilderAverage;
  readonly #losses: WilderAverage;
  #lastClose = Number.NaN;

  constructor(period: number) {
    super();
    this.#gains = new WilderAverage(period);
    this.#losses = new WilderAverage(period);
  }

  protected override next(bar: Bar): number {
    const change = bar.close - this.#lastClose;
    this.#lastClose = bar.close;
    if (Number.isNaN(change)) return Number.NaN;
    const gain = this.#gains.push(Math.max(change, 0));
    const loss = this.#losses.push(Math.max(-change, 0));
    // TA-Lib's convention for a window without any movement: 0.
    return gain + loss === 0 ? 0 : (100 * gain) / (gain + loss);
  }
}

class AverageTrueRange extends StreamingIndicator {
  readonly #average: WilderAverage;
  #lastClose = Number.NaN;

  constructor(period: number) {
    super();
    this.#average = new WilderAverage(period);
  }

  protected override next(bar: Bar): number {
    const last = this.#lastClose;
    this.#lastClose = bar.close;
    if (Number.isNaN(last)) return Number.NaN;
    const range = Math.max(bar.high, last) - Math.min(bar.low, last);
    return this.#average.push(range);
  }
}

/** Relative strength index, 0 to 100 (Wilder 1978, as TA-Lib computes it); from bar `period` on. */
export function rsi(period: number): Indicator {
  return new RelativeStrengthIndex(checkPeriod('rsi', period));
}

/** Average true range in price units (Wilder 1978, as TA-Lib computes it); from bar `period` on. */
export function atr(period: number): Indicator {
  return new AverageTrueRange(checkPeriod('atr', period));
}
