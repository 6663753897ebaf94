// Momentum rotation over several instruments: each month hold the strongest of the last half year in
// equal parts, the rest of the cash unused. Choose the five monthly stocks (Apple, Amazon, Google,
// IBM, Microsoft) together to see it at work; with one instrument it is in or out of that one.
import { Strategy, roc } from 'stratbox';

export const parameters = {
  months: { type: 'integer', default: 6, minimum: 1, maximum: 60 },
  held: { type: 'integer', default: 2, minimum: 1, maximum: 20 },
};

export default class MomentumRotation extends Strategy {
  initialize() {
    this.strength = new Map();
    for (const symbol of this.symbols) {
      this.strength.set(symbol, this.indicator(roc(this.parameters.months), symbol));
    }
  }

  onBars(bars) {
    const rising = [...this.strength]
      .filter(([symbol, change]) => bars[symbol] !== undefined && change.value > 0)
      .sort(([, one], [, other]) => other.value - one.value)
      .slice(0, this.parameters.held);
    const weights = {};
    for (const [symbol] of rising) weights[symbol] = 0.98 / this.parameters.held;
    this.rebalance(weights, { tag: 'rotation' });
    this.plot('held', rising.length);
  }
}
