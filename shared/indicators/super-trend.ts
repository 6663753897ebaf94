import { checkFactor, checkPeriod } from './checks.ts';
import { OutputLine, StreamingIndicator, type Bar } from './indicator.ts';
import { WilderMean } from './smoothing.ts';
import { TrueRange } from './true-range.ts';

class SuperTrend extends StreamingIndicator {
  /** 1 in an uptrend, −1 in a downtrend. */
  readonly direction = new OutputLine();
  readonly factor: number;
  readonly range = new TrueRange();
  readonly averageRange: WilderMean;
  upper = Number.NaN;
  lower = Number.NaN;
  lastClose = Number.NaN;

  constructor(period: number, factor: number) {
    super();
    this.factor = factor;
    this.averageRange = new WilderMean(period);
  }

  protected override next(bar: Bar): number {
    const reach = this.factor * this.averageRange.push(this.range.push(bar));
    const before = this.lastClose;
    this.lastClose = bar.close;
    if (Number.isNaN(reach)) {
      this.direction.advance(reach);
      return reach;
    }
    const middle = (bar.high + bar.low) / 2;
    // A band only tightens, until the close before has crossed it. Not-a-number compares as false.
    const keepUpper = this.upper <= middle + reach && before <= this.upper;
    const keepLower = this.lower >= middle - reach && before >= this.lower;
    if (!keepUpper) this.upper = middle + reach;
    if (!keepLower) this.lower = middle - reach;
    const wasUp = this.direction.value === 1;
    const up = wasUp ? bar.close >= this.lower : bar.close > this.upper;
    this.direction.advance(up ? 1 : -1);
    return up ? this.lower : this.upper;
  }
}

/**
 * Seban's SuperTrend: the band at (high + low) / 2 ± factor · Wilder's ATR on the far side of the
 * trend, in price units; `direction` is 1 in an uptrend (the line is below) and −1 in a downtrend.
 * The first bar counts as a downtrend unless it closes above its band (on TradingView it always
 * does, and its ATR begins one bar earlier). Not in TA-Lib. From bar `period` on.
 */
export function superTrend(period = 10, factor = 3): SuperTrend {
  checkPeriod('superTrend', period);
  return new SuperTrend(period, checkFactor('superTrend', factor, 'factor'));
}
