import { checkPeriod } from './checks.ts';
import { OutputLine, StreamingIndicator, type Bar } from './indicator.ts';
import { RollingWindow } from './rolling-window.ts';
import { SlidingExtreme } from './sliding-extreme.ts';

/** Half way between the highest high and the lowest low. */
class Balance {
  readonly high: SlidingExtreme;
  readonly low: SlidingExtreme;

  constructor(period: number) {
    this.high = new SlidingExtreme(period, 1);
    this.low = new SlidingExtreme(period, -1);
  }

  push(bar: Bar): number {
    return (this.high.push(bar.high) + this.low.push(bar.low)) / 2;
  }
}

class Ichimoku extends StreamingIndicator {
  readonly conversion = new OutputLine();
  readonly base = new OutputLine();
  readonly spanA = new OutputLine();
  readonly spanB = new OutputLine();
  readonly short: Balance;
  readonly middle: Balance;
  readonly long: Balance;
  readonly waitingA: RollingWindow;
  readonly waitingB: RollingWindow;

  constructor(conversion: number, base: number, span: number, displacement: number) {
    super();
    this.short = new Balance(conversion);
    this.middle = new Balance(base);
    this.long = new Balance(span);
    this.waitingA = new RollingWindow(displacement);
    this.waitingB = new RollingWindow(displacement);
  }

  protected override next(bar: Bar): number {
    this.conversion.advance(this.short.push(bar));
    this.base.advance(this.middle.push(bar));
    const ahead = (this.conversion.value + this.base.value) / 2;
    this.spanA.advance(this.waitingA.push(ahead));
    this.spanB.advance(this.waitingB.push(this.long.push(bar)));
    return this.conversion.value;
  }
}

/**
 * Ichimoku Kinko Hyo (Hosoda): `conversion` (also `value`) and `base` are the middle of the range of
 * 9 and 26 bars; `spanA` and `spanB` are the cloud as it stands over this bar, that is, computed
 * `displacement` bars ago. Nothing is drawn ahead or back: the lagging line is this bar's close, to
 * be compared with `this.barAgo(displacement)`. Some programs count this bar in the displacement;
 * their 26 is 25 here. Not in TA-Lib. `conversion` from bar `conversion - 1` on, `base` from
 * `base - 1`, `spanA` from `base - 1 + displacement`, `spanB` from `span - 1 + displacement`.
 */
export function ichimoku(conversion = 9, base = 26, span = 52, displacement = 26): Ichimoku {
  checkPeriod('ichimoku', conversion, 1, 'conversion');
  checkPeriod('ichimoku', base, conversion, 'base');
  checkPeriod('ichimoku', span, 1, 'span');
  checkPeriod('ichimoku', displacement, 1, 'displacement');
  return new Ichimoku(conversion, base, span, displacement);
}
