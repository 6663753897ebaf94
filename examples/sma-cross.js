// Moving-average crossover: be invested while the fast average is above the slow one.
// The classic trend-following rule. It earns in long trends and pays for them with many small
// losses in sideways markets; compare its drawdown with buy and hold's.
import { Strategy, sma, crossesAbove, crossesBelow } from 'stratbox';

export const parameters = {
  fast: { type: 'integer', default: 10, minimum: 2, maximum: 100 },
  slow: { type: 'integer', default: 30, minimum: 5, maximum: 300 },
};

export default class SmaCross extends Strategy {
  initialize() {
    this.fast = this.indicator(sma(this.parameters.fast));
    this.slow = this.indicator(sma(this.parameters.slow));
  }

  onBar() {
    if (crossesAbove(this.fast, this.slow)) this.orderTargetPercent(1);
    if (crossesBelow(this.fast, this.slow)) this.orderTargetPercent(0);
  }
}
