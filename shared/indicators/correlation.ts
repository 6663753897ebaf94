import { checkField, checkPeriod } from './checks.ts';
import {
  StreamingIndicator,
  priceOf,
  type Bar,
  type Indicator,
  type PriceField,
} from './indicator.ts';
import { RollingVariance } from './rolling-variance.ts';
import { RollingWindow } from './rolling-window.ts';

/** Covariance by the same means as rolling-variance.ts: distances, summed afresh once a round. */
class Correlation extends StreamingIndicator {
  readonly firstField: PriceField;
  readonly secondField: PriceField;
  readonly first: RollingWindow;
  readonly second: RollingWindow;
  readonly firstVariance: RollingVariance;
  readonly secondVariance: RollingVariance;
  firstShift = Number.NaN;
  secondShift = Number.NaN;
  products = 0;
  round = 0;

  constructor(period: number, first: PriceField, second: PriceField) {
    super();
    this.firstField = first;
    this.secondField = second;
    this.first = new RollingWindow(period);
    this.second = new RollingWindow(period);
    this.firstVariance = new RollingVariance(period);
    this.secondVariance = new RollingVariance(period);
  }

  protected override next(bar: Bar): number {
    const first = priceOf(bar, this.firstField);
    const second = priceOf(bar, this.secondField);
    const variances = this.firstVariance.push(first) * this.secondVariance.push(second);
    this.slide(first, second);
    if (Number.isNaN(variances)) return Number.NaN;
    if (variances <= 0) return 0;
    const firstMean = this.firstVariance.mean - this.firstShift;
    const secondMean = this.secondVariance.mean - this.secondShift;
    const covariance = this.products / this.first.size - firstMean * secondMean;
    return Math.max(-1, Math.min(1, covariance / Math.sqrt(variances)));
  }

  slide(first: number, second: number): void {
    const oldFirst = this.first.push(first);
    const oldSecond = this.second.push(second);
    if (this.round === 0) {
      this.firstShift = first;
      this.secondShift = second;
      this.products = 0;
      for (let ago = 0; this.first.full && ago < this.first.size; ago += 1) {
        this.products += this.product(this.first.at(ago), this.second.at(ago));
      }
    } else {
      if (!Number.isNaN(oldFirst)) this.products -= this.product(oldFirst, oldSecond);
      this.products += this.product(first, second);
    }
    this.round = this.round + 1 === this.first.size ? 0 : this.round + 1;
  }

  product(first: number, second: number): number {
    return (first - this.firstShift) * (second - this.secondShift);
  }
}

/**
 * Pearson's correlation, −1 to 1, of two columns over the last `period` bars; 0 while one of them
 * does not move. From bar `period - 1` on. As TA-Lib's CORREL, with the digits that it loses (see
 * variance).
 */
export function correlation(
  period: number,
  first: PriceField = 'close',
  second: PriceField = 'volume',
): Indicator {
  return new Correlation(
    checkPeriod('correlation', period, 2),
    checkField('correlation', first, 'first'),
    checkField('correlation', second, 'second'),
  );
}
