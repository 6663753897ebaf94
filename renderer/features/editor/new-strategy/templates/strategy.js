import { Strategy, sma } from 'stratbox';

export const parameters = {
  period: { type: 'integer', default: 50, minimum: 2, maximum: 400 },
};

export default class MyStrategy extends Strategy {
  initialize() {
    this.average = this.indicator(sma(this.parameters.period));
  }

  onBar(bar) {
    const above = bar.close > this.average.value;
    if (above && this.position === 0) this.orderTargetPercent(1);
    if (!above && this.position > 0) this.close();
  }
}
