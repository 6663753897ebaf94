import { StreamingIndicator, type Bar, type PriceField } from './indicator.ts';
import type { Filter } from './smoothing.ts';

/** One column of the bars through one filter: most averages are no more than this. */
export class FilteredPrice extends StreamingIndicator {
  readonly filter: Filter;
  readonly field: PriceField;

  constructor(filter: Filter, field: PriceField) {
    super();
    this.filter = filter;
    this.field = field;
  }

  protected override next(bar: Bar): number {
    return this.filter.push(bar[this.field]);
  }
}
