import { checkFastSlow, checkPeriod } from './checks.ts';
import { StreamingIndicator, type Bar, type Indicator } from './indicator.ts';
import { RollingSum } from './rolling-sum.ts';
import { ExponentialMean } from './smoothing.ts';

/** The volume times the close's place in the bar's range, from −1 at the low to 1 at the high. */
function moneyFlow({ high, low, close, volume }: Bar): number {
  return high > low ? ((close - low - (high - close)) / (high - low)) * volume : 0;
}

class OnBalanceVolume extends StreamingIndicator {
  lastClose = Number.NaN;

  protected override next({ close, volume }: Bar): number {
    const last = this.lastClose;
    this.lastClose = close;
    if (Number.isNaN(last)) return volume;
    return this.value + Math.sign(close - last) * volume;
  }
}

class AccumulationDistribution extends StreamingIndicator {
  total = 0;

  protected override next(bar: Bar): number {
    this.total += moneyFlow(bar);
    return this.total;
  }
}

class ChaikinOscillator extends StreamingIndicator {
  readonly line = new AccumulationDistribution();
  readonly slowPeriod: number;
  readonly fastWeight: number;
  readonly slowWeight: number;
  seen = 0;
  fast = Number.NaN;
  slow = Number.NaN;

  constructor(fast: number, slow: number) {
    super();
    this.slowPeriod = slow;
    this.fastWeight = 2 / (fast + 1);
    this.slowWeight = 2 / (slow + 1);
  }

  protected override next(bar: Bar): number {
    this.line.update(bar);
    const { value } = this.line;
    this.seen += 1;
    if (this.seen === 1) {
      this.fast = value;
      this.slow = value;
    }
    this.fast += this.fastWeight * (value - this.fast);
    this.slow += this.slowWeight * (value - this.slow);
    return this.seen < this.slowPeriod ? Number.NaN : this.fast - this.slow;
  }
}

class ChaikinMoneyFlow extends StreamingIndicator {
  readonly flow: RollingSum;
  readonly volume: RollingSum;

  constructor(period: number) {
    super();
    this.flow = new RollingSum(period);
    this.volume = new RollingSum(period);
  }

  protected override next(bar: Bar): number {
    const flow = this.flow.push(moneyFlow(bar));
    const volume = this.volume.push(bar.volume);
    return volume === 0 ? 0 : flow / volume;
  }
}

class MoneyFlowIndex extends StreamingIndicator {
  readonly rises: RollingSum;
  readonly falls: RollingSum;
  last = Number.NaN;

  constructor(period: number) {
    super();
    this.rises = new RollingSum(period);
    this.falls = new RollingSum(period);
  }

  protected override next({ high, low, close, volume }: Bar): number {
    const typical = (high + low + close) / 3;
    const change = typical - this.last;
    this.last = typical;
    if (Number.isNaN(change)) return Number.NaN;
    const rises = this.rises.push(change > 0 ? typical * volume : 0);
    const falls = this.falls.push(change < 0 ? typical * volume : 0);
    return rises + falls < 1 ? (rises + falls) * 0 : (100 * rises) / (rises + falls);
  }
}

class ForceIndex extends StreamingIndicator {
  readonly mean: ExponentialMean;
  lastClose = Number.NaN;

  constructor(period: number) {
    super();
    this.mean = new ExponentialMean(period);
  }

  protected override next({ close, volume }: Bar): number {
    const force = (close - this.lastClose) * volume;
    this.lastClose = close;
    return this.mean.push(force);
  }
}

/**
 * On-balance volume (Granville 1963), in units traded, from the first bar on. It starts at the
 * first bar's volume as TA-Lib's OBV does; other programs start at 0.
 */
export function obv(): Indicator {
  return new OnBalanceVolume();
}

/**
 * Chaikin's accumulation/distribution line, in units traded, from the first bar on; a bar without
 * range adds nothing. As TA-Lib's AD.
 */
export function accumulationDistribution(): Indicator {
  return new AccumulationDistribution();
}

/**
 * Chaikin oscillator: fast less slow EMA of the accumulation/distribution line, in units traded;
 * from bar `slow - 1` on. Both start from the line's first value, not from a simple average, as
 * TA-Lib's ADOSC.
 */
export function chaikinOscillator(fast = 3, slow = 10): Indicator {
  checkFastSlow('chaikinOscillator', fast, slow);
  return new ChaikinOscillator(fast, slow);
}

/**
 * Chaikin money flow, −1 to 1: Σ(volume · place of the close in its bar) / Σ volume; 0 without
 * volume. Not in TA-Lib. From bar `period - 1` on.
 */
export function cmf(period = 20): Indicator {
  return new ChaikinMoneyFlow(checkPeriod('cmf', period));
}

/**
 * Money flow index (Quong and Soudack 1989), 0 to 100; 0 while the money moved is below 1, as
 * TA-Lib's MFI. From bar `period` on.
 */
export function mfi(period = 14): Indicator {
  return new MoneyFlowIndex(checkPeriod('mfi', period));
}

/**
 * Elder's force index (1993): EMA of (change of the close · volume), in money. The EMA starts from
 * a simple average. Not in TA-Lib. From bar `period` on.
 */
export function forceIndex(period = 13): Indicator {
  return new ForceIndex(checkPeriod('forceIndex', period));
}
