import { periodNumber, type CalendarPeriod } from './calendar-period.ts';
import { StreamingIndicator, type Bar, type Indicator } from './indicator.ts';

class VolumeWeightedPrice extends StreamingIndicator {
  readonly numberOf: (time: number) => number;
  period = Number.NaN;
  money = 0;
  volume = 0;

  constructor(numberOf: (time: number) => number) {
    super();
    this.numberOf = numberOf;
  }

  protected override next(bar: Bar): number {
    const period = this.numberOf(bar.time);
    if (period !== this.period) {
      this.period = period;
      this.money = 0;
      this.volume = 0;
    }
    const typical = (bar.high + bar.low + bar.close) / 3;
    this.money += typical * bar.volume;
    this.volume += bar.volume;
    return this.volume === 0 ? typical : this.money / this.volume;
  }
}

/**
 * Volume-weighted average price since the UTC day, week or month began, from typical prices; the
 * typical price itself until volume was traded. For a moving window see vwma. Not in TA-Lib. From
 * the first bar on.
 */
export function vwap(period: CalendarPeriod = 'day'): Indicator {
  return new VolumeWeightedPrice(periodNumber('vwap', period));
}
