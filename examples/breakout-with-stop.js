// Breakout: buy a new high, and leave when the close falls a few average ranges below the best
// close since the entry (a trailing stop, checked at every close).
// Position size follows the risk: if the stop is hit, about `risk` of the equity is lost.
import { Strategy, atr, highest } from 'stratbox';

export const parameters = {
  channel: { type: 'integer', default: 55, minimum: 5, maximum: 250 },
  stopRanges: { type: 'number', default: 3, minimum: 0.5, maximum: 10 },
  risk: { type: 'number', default: 0.02, minimum: 0.001, maximum: 0.1 },
};

export default class BreakoutWithStop extends Strategy {
  initialize() {
    this.high = this.indicator(highest(this.parameters.channel));
    this.range = this.indicator(atr(20));
    this.best = 0;
  }

  onBar(bar) {
    const stopDistance = this.parameters.stopRanges * this.range.value;
    if (this.position > 0) {
      this.best = Math.max(this.best, bar.close);
      if (bar.close < this.best - stopDistance) this.close({ tag: 'trailing stop' });
      return;
    }
    // The channel of the bars before this one: `previous`, so that this bar can break it.
    if (bar.close > this.high.previous) {
      const share = (this.parameters.risk * bar.close) / stopDistance;
      this.best = bar.close;
      this.orderTargetPercent(Math.min(share, 1), { tag: 'breakout' });
    }
  }
}
