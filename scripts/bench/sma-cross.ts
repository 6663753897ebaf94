import { crossesAbove, crossesBelow, sma } from '../../shared/indicators/index.ts';
import { Strategy } from '../../shared/strategy/strategy.ts';

export const parameters = {
  fast: { type: 'integer', default: 50 },
  slow: { type: 'integer', default: 200 },
};

/** The benchmark's strategy, written as an analyst would. */
export default class SmaCross extends Strategy {
  fast = this.indicator(sma(Number(this.parameters['fast'])));
  slow = this.indicator(sma(Number(this.parameters['slow'])));

  override onBar(): void {
    if (crossesAbove(this.fast, this.slow)) this.orderTargetPercent(1);
    if (crossesBelow(this.fast, this.slow)) this.orderTargetPercent(0);
  }
}
