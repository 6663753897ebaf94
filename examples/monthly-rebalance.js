// Monthly rebalance: hold a fixed share in the market and the rest in cash, and restore the shares
// at each month's first close. Less risk than full investment, and a small gain from buying after
// falls and selling after rises.
import { Strategy } from 'stratbox';

export const parameters = {
  share: { type: 'number', default: 0.6, minimum: 0, maximum: 1 },
};

export default class MonthlyRebalance extends Strategy {
  initialize() {
    this.month = -1;
  }

  onBar(bar) {
    const month = new Date(bar.time).getUTCMonth();
    if (month === this.month) return;
    this.month = month;
    this.orderTargetPercent(this.parameters.share, { tag: 'rebalance' });
  }
}
