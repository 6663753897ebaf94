import { checkFastSlow, checkPeriod } from './checks.ts';
import { OutputLine, StreamingIndicator, type Bar, type Indicator } from './indicator.ts';
import { RollingSum } from './rolling-sum.ts';
import { ExponentialMean, SimpleMean } from './smoothing.ts';
import { MeanDeviation } from './statistics.ts';
import { TrueRange } from './true-range.ts';

class CommodityChannel extends StreamingIndicator {
  readonly deviation: MeanDeviation;

  constructor(period: number) {
    super();
    this.deviation = new MeanDeviation(period);
  }

  protected override next({ high, low, close }: Bar): number {
    const typical = (high + low + close) / 3;
    const deviation = this.deviation.push(typical);
    return deviation === 0 ? 0 : (typical - this.deviation.mean) / (0.015 * deviation);
  }
}

/** Buying pressure over true range, of one length. */
class Pressure {
  readonly bought: RollingSum;
  readonly range: RollingSum;

  constructor(period: number) {
    this.bought = new RollingSum(period);
    this.range = new RollingSum(period);
  }

  push(bought: number, range: number): number {
    const sum = this.bought.push(bought);
    const ranges = this.range.push(range);
    return ranges === 0 ? 0 : sum / ranges;
  }
}

class UltimateOscillator extends StreamingIndicator {
  readonly range = new TrueRange();
  readonly short: Pressure;
  readonly middle: Pressure;
  readonly long: Pressure;

  constructor(short: number, middle: number, long: number) {
    super();
    this.short = new Pressure(short);
    this.middle = new Pressure(middle);
    this.long = new Pressure(long);
  }

  protected override next(bar: Bar): number {
    const range = this.range.push(bar);
    const bought = bar.close - this.range.low;
    const short = this.short.push(bought, range);
    const middle = this.middle.push(bought, range);
    return (100 * (4 * short + 2 * middle + this.long.push(bought, range))) / 7;
  }
}

class AwesomeOscillator extends StreamingIndicator {
  readonly fast: SimpleMean;
  readonly slow: SimpleMean;

  constructor(fast: number, slow: number) {
    super();
    this.fast = new SimpleMean(fast);
    this.slow = new SimpleMean(slow);
  }

  protected override next({ high, low }: Bar): number {
    const middle = (high + low) / 2;
    return this.fast.push(middle) - this.slow.push(middle);
  }
}

class ElderRay extends StreamingIndicator {
  readonly bull = new OutputLine();
  readonly bear = new OutputLine();
  readonly mean: ExponentialMean;

  constructor(period: number) {
    super();
    this.mean = new ExponentialMean(period);
  }

  protected override next({ high, low, close }: Bar): number {
    const mean = this.mean.push(close);
    this.bull.advance(high - mean);
    this.bear.advance(low - mean);
    return mean;
  }
}

/**
 * Lambert's commodity channel index (1980) of typical prices, with the constant 0.015, mostly −100
 * to 100 and without bounds; 0 while nothing moves. As TA-Lib's CCI. From bar `period - 1` on. A
 * pass over the window a bar.
 */
export function cci(period = 20): Indicator {
  return new CommodityChannel(checkPeriod('cci', period));
}

/**
 * Williams' ultimate oscillator (1985), 0 to 100, of three lengths weighing 4, 2 and 1; a length
 * without range counts 0. As TA-Lib's ULTOSC, which sorts the lengths where they are demanded in
 * order here. From bar `long` on.
 */
export function ultimateOscillator(short = 7, middle = 14, long = 28): Indicator {
  checkPeriod('ultimateOscillator', short, 1, 'short');
  checkPeriod('ultimateOscillator', middle, short, 'middle');
  checkPeriod('ultimateOscillator', long, middle, 'long');
  return new UltimateOscillator(short, middle, long);
}

/**
 * Bill Williams' awesome oscillator: SMA(fast) − SMA(slow) of (high + low) / 2, in price units. Not
 * in TA-Lib. From bar `slow - 1` on.
 */
export function awesomeOscillator(fast = 5, slow = 34): Indicator {
  checkFastSlow('awesomeOscillator', fast, slow);
  return new AwesomeOscillator(fast, slow);
}

/**
 * Elder's ray (1993), in price units: `bull` is the high and `bear` the low less the EMA of the
 * close, which is `value`; from bar `period - 1` on. The EMA starts from a simple average. Not in
 * TA-Lib.
 */
export function elderRay(period = 13): ElderRay {
  return new ElderRay(checkPeriod('elderRay', period));
}
