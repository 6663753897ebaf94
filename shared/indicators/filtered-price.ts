import { priceOf, type Bar, type Indicator, type PriceField } from './indicator.ts';
import type { Filter } from './smoothing.ts';

/**
 * One column of the bars through one filter: most averages are no more than this. No
 * StreamingIndicator, whose call of `next` between would cost as much as most filters do.
 */
export class FilteredPrice implements Indicator {
  value = Number.NaN;
  previous = Number.NaN;
  readonly filter: Filter;
  readonly field: PriceField;

  constructor(filter: Filter, field: PriceField) {
    this.filter = filter;
    this.field = field;
  }

  update(bar: Bar): void {
    this.previous = this.value;
    this.value = this.filter.push(priceOf(bar, this.field));
  }
}
