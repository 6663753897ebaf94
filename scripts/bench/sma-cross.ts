import { crossesAbove, crossesBelow, sma } from '../../shared/indicators/index.ts';
import { Strategy } from '../../shared/strategy/strategy.ts';

/** The benchmark's strategy, written as an analyst would. */
export function smaCross(fast: number, slow: number) {
  return class SmaCross extends Strategy {
    fast = this.indicator(sma(fast));
    slow = this.indicator(sma(slow));

    override onBar(): void {
      if (crossesAbove(this.fast, this.slow)) this.orderTargetPercent(1);
      if (crossesBelow(this.fast, this.slow)) this.orderTargetPercent(0);
    }
  };
}
