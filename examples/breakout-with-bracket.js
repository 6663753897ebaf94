// Breakout with a bracket: buy when the price passes the highest high of the last bars, with a stop
// order that waits for it, a stop-loss and a take-profit that close the position by themselves.
import { Strategy, atr, highest } from 'stratbox';

export const parameters = {
  period: { type: 'integer', default: 55, minimum: 5, maximum: 300 },
  risk: { type: 'number', default: 2, minimum: 0.5, maximum: 10 },
  reward: { type: 'number', default: 6, minimum: 0.5, maximum: 30 },
};

export default class BreakoutWithBracket extends Strategy {
  initialize() {
    this.top = this.indicator(highest(this.parameters.period));
    this.range = this.indicator(atr(20));
    this.entry = undefined;
  }

  onBar(bar) {
    this.plot('highest high', this.top.value);
    if (this.position !== 0 || Number.isNaN(this.range.value)) return;
    const stop = this.top.value;
    const { risk, reward } = this.parameters;
    const exits = {
      stopLoss: stop - risk * this.range.value,
      takeProfit: stop + reward * this.range.value,
    };
    if (this.entry?.status === 'working') this.entry.modify({ stop, ...exits });
    else if (bar.close < stop) this.entry = this.buy({ stop, ...exits, tag: 'breakout' });
  }
}
