import type { MarketCursor } from './cursor.ts';
import type { Order } from './order.ts';

/**
 * The prices between which nothing can happen to the waiting orders, so that orders which rest far
 * from the market (a grid of limits, the exits of a long trade) cost a bar two comparisons and not a
 * look at each of them.
 */
export class Reach {
  /** Of each instrument: a low at or below `below`, or a high at or above `above`, meets an order. */
  readonly below: Float64Array;
  readonly above: Float64Array;
  /** Some order wants to be looked at on every bar, whatever its prices. */
  restless = false;

  constructor(instrumentCount: number) {
    this.below = new Float64Array(instrumentCount);
    this.above = new Float64Array(instrumentCount);
  }

  /** Takes the measure of the orders; it holds until one of them, or the list, changes. */
  measure(working: readonly Order[], cursor: MarketCursor): void {
    this.below.fill(-Infinity);
    this.above.fill(Infinity);
    this.restless = working.some((order) => isRestless(order, cursor));
    if (this.restless) return;
    for (const order of working) {
      const { symbol, side } = order;
      const isLimit = order.type === 'limit' || order.triggered;
      const price = isLimit ? order.limit : order.stop;
      if (side > 0 === isLimit) this.below[symbol] = Math.max(this.below[symbol] as number, price);
      else this.above[symbol] = Math.min(this.above[symbol] as number, price);
    }
  }

  /** True if the bar that is now must be worked. */
  isTouched(cursor: MarketCursor): boolean {
    if (this.restless) return true;
    for (let symbol = 0; symbol < this.below.length; symbol += 1) {
      if (cursor.fresh[symbol] === 0) continue;
      const bars = cursor.barsOf(symbol);
      const row = cursor.rows[symbol] as number;
      if ((bars.low[row] as number) <= (this.below[symbol] as number)) return true;
      if ((bars.high[row] as number) >= (this.above[symbol] as number)) return true;
    }
    return false;
  }
}

/** Market orders fill at any price, trailing stops move, dates pass, and finer bars have their own prices. */
function isRestless(order: Order, cursor: MarketCursor): boolean {
  const rests = order.type === 'limit' || order.type === 'stop' || order.type === 'stop-limit';
  if (!rests || order.goodUntil !== Infinity) return true;
  return cursor.market.instruments[order.symbol]?.finer !== undefined;
}
