import type { Order } from './order.ts';

/**
 * When an order meets a bar. A bar tells four prices and no path between them, so every rule here is
 * one that cannot flatter:
 * - a stop that the open has already passed fills at the open (a gap);
 * - a limit fills at the limit, or at the open when that is better; touching it is enough;
 * - a trailing stop moves at the bar's end, by that bar's extreme, not within the bar;
 * - a stop-limit whose stop is reached within a bar fills in that bar only where the stop itself
 *   satisfies the limit.
 * Each function answers the price that the fill is based on, before slippage, or NaN.
 */
export function priceAtOpen(order: Order, open: number): number {
  const { side } = order;
  switch (order.type) {
    case 'market':
      return open;
    case 'limit':
      return side * open <= side * order.limit ? open : NaN;
    case 'stop':
    case 'trailing-stop':
      return side * open >= side * order.level ? open : NaN;
    case 'stop-limit':
      if (side * open >= side * order.stop) order.triggered = true;
      return order.triggered && side * open <= side * order.limit ? open : NaN;
    case 'market-on-close':
      return NaN;
  }
}

export function priceWithin(order: Order, high: number, low: number): number {
  const { side } = order;
  switch (order.type) {
    case 'limit':
      return limitWithin(order, high, low);
    case 'stop':
    case 'trailing-stop': {
      const { level } = order;
      return side * (side > 0 ? high : low) >= side * level ? level : NaN;
    }
    case 'stop-limit': {
      if (order.triggered) return limitWithin(order, high, low);
      if (side * (side > 0 ? high : low) < side * order.stop) return NaN;
      order.triggered = true;
      return side * order.stop <= side * order.limit ? order.stop : NaN;
    }
    default:
      return NaN;
  }
}

/** True if a bar's range touches an order, whether it then fills or not. Changes nothing. */
export function isReached(order: Order, high: number, low: number): boolean {
  if (order.type !== 'stop-limit' || order.triggered) {
    return !Number.isNaN(priceWithin(order, high, low));
  }
  return order.side * (order.side > 0 ? high : low) >= order.side * order.stop;
}

function limitWithin({ side, limit }: Order, high: number, low: number): number {
  return side * (side > 0 ? low : high) <= side * limit ? limit : NaN;
}

/** What an exit needs to know of the fill, within this bar, that brought it into being. */
export interface EntryWithinBar {
  readonly price: number;
  /** An entry by a limit order: prices came down (up) to it, so what lies beyond came after. */
  readonly byLimit: boolean;
}

/**
 * The entry bar's own rule. Of a bar in which the entry filled between open and close, only the way
 * from the entry to the close is known. A stop-loss that the bar's range touches is taken as hit
 * (an assumption, unless the entry was a limit on the same side); a take-profit fills only if the
 * close is at or beyond it, for then the price crossed it after the entry for certain.
 */
export function priceInEntryBar(
  exit: Order,
  entry: EntryWithinBar,
  bar: { readonly high: number; readonly low: number; readonly close: number },
): { readonly price: number; readonly assumed: boolean } {
  const { side } = exit;
  if (exit.isStop) {
    const touched = side * (side > 0 ? bar.high : bar.low) >= side * exit.level;
    if (!touched) return { price: NaN, assumed: false };
    const passedAlready = side * entry.price >= side * exit.level;
    return {
      price: passedAlready ? entry.price : exit.level,
      assumed: !passedAlready && !entry.byLimit,
    };
  }
  if (side * entry.price <= side * exit.limit) return { price: entry.price, assumed: false };
  return { price: side * bar.close <= side * exit.limit ? exit.limit : NaN, assumed: false };
}

/** Moves a trailing stop by the extreme of a bar that it lived through. */
export function trail(order: Order, high: number, low: number): void {
  if (order.type !== 'trailing-stop') return;
  const best = order.side < 0 ? Math.max : Math.min;
  const extreme = order.side < 0 ? high : low;
  // An order given before its instrument's first bar starts from that bar.
  order.best = Number.isNaN(order.best) ? extreme : best(order.best, extreme);
}
