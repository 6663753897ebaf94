import { checkField, checkPeriod } from './checks.ts';
import { FilteredPrice } from './filtered-price.ts';
import type { Indicator, PriceField } from './indicator.ts';
import { RollingSum } from './rolling-sum.ts';
import { RollingWindow } from './rolling-window.ts';
import type { Filter } from './smoothing.ts';

const fastest = 2 / (2 + 1);
const slowest = 2 / (30 + 1);

class AdaptiveMean implements Filter {
  readonly window: RollingWindow;
  readonly path: RollingSum;
  last = Number.NaN;
  value = Number.NaN;

  constructor(period: number) {
    this.window = new RollingWindow(period);
    this.path = new RollingSum(period);
  }

  push(value: number): number {
    const path = this.path.push(Math.abs(value - this.last));
    const change = value - this.window.push(value);
    if (Number.isNaN(path)) {
      this.last = value;
      return Number.NaN;
    }
    if (Number.isNaN(this.value)) this.value = this.last;
    // A straight or an unmoving path counts as fully efficient, as in TA-Lib.
    const efficiency = path <= Math.abs(change) ? 1 : Math.abs(change) / path;
    const root = efficiency * (fastest - slowest) + slowest;
    this.value += root * root * (value - this.value);
    this.last = value;
    return this.value;
  }
}

/**
 * Kaufman's adaptive moving average (1995) with his constants 2 and 30, in price units; from bar
 * `period` on. It starts from the price before its first value, as TA-Lib's KAMA.
 */
export function kama(period: number, source: PriceField = 'close'): Indicator {
  const mean = new AdaptiveMean(checkPeriod('kama', period));
  return new FilteredPrice(mean, checkField('kama', source));
}
