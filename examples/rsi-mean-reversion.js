// Mean reversion: buy after a sharp fall, sell when the market has recovered.
// The short relative strength index (Wilder) measures how one-sided the last days were; the long
// average keeps us out of falling markets. Rules like this win often and lose big when they lose.
import { Strategy, rsi, sma } from 'stratbox';

export const parameters = {
  period: { type: 'integer', default: 2, minimum: 2, maximum: 30 },
  oversold: { type: 'number', default: 10, minimum: 1, maximum: 50 },
  recovered: { type: 'number', default: 70, minimum: 50, maximum: 99 },
  trend: { type: 'integer', default: 200, minimum: 20, maximum: 400 },
};

export default class RsiMeanReversion extends Strategy {
  initialize() {
    this.rsi = this.indicator(rsi(this.parameters.period));
    this.trend = this.indicator(sma(this.parameters.trend));
  }

  onBar(bar) {
    const { oversold, recovered } = this.parameters;
    const rising = bar.close > this.trend.value;
    if (this.position === 0 && rising && this.rsi.value < oversold) {
      this.orderTargetPercent(1, { tag: 'oversold' });
    } else if (this.position > 0 && this.rsi.value > recovered) {
      this.close();
    }
  }
}
