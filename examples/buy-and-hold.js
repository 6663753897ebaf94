// Buy and hold: the yardstick. Whatever a strategy earns must be compared with doing nothing.
import { Strategy } from 'stratbox';

export default class BuyAndHold extends Strategy {
  onBar(bar) {
    if (bar.index === 0) this.orderTargetPercent(1);
  }
}
