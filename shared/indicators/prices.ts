import { StreamingIndicator, type Bar, type Indicator } from './indicator.ts';

class DerivedPrice extends StreamingIndicator {
  readonly price: (bar: Bar) => number;

  constructor(price: (bar: Bar) => number) {
    super();
    this.price = price;
  }

  protected override next(bar: Bar): number {
    return this.price(bar);
  }
}

/** (high + low) / 2, from the first bar on. As TA-Lib's MEDPRICE. */
export function medianPrice(): Indicator {
  return new DerivedPrice(({ high, low }) => (high + low) / 2);
}

/** (high + low + close) / 3, from the first bar on. As TA-Lib's TYPPRICE. */
export function typicalPrice(): Indicator {
  return new DerivedPrice(({ high, low, close }) => (high + low + close) / 3);
}

/** (high + low + 2 · close) / 4, from the first bar on. As TA-Lib's WCLPRICE. */
export function weightedClose(): Indicator {
  return new DerivedPrice(({ high, low, close }) => (high + low + 2 * close) / 4);
}

/** (open + high + low + close) / 4, from the first bar on. As TA-Lib's AVGPRICE. */
export function averagePrice(): Indicator {
  return new DerivedPrice(({ open, high, low, close }) => (open + high + low + close) / 4);
}

/**
 * Balance of power (Livshin 2001), (close − open) / (high − low), −1 to 1; 0 without a range. From
 * the first bar on. As TA-Lib's BOP.
 */
export function balanceOfPower(): Indicator {
  return new DerivedPrice(({ open, high, low, close }) =>
    high === low ? 0 : (close - open) / (high - low),
  );
}
