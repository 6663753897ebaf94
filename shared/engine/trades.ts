import type { Trade } from './result.ts';

/** What is still held of one entry fill; money is per unit so that part of it can be closed. */
interface Lot {
  quantity: number;
  readonly bar: number;
  readonly price: number;
  readonly commissionPerUnit: number;
  readonly tag: string | undefined;
}

/** Rounding dust: what is left of a fractional position after its lots were closed one by one. */
const dustShare = 1e-9;

/** Matches exits to entries, first in, first out, and writes one trade a closed lot. */
export class TradeLedger {
  readonly trades: Trade[] = [];
  readonly #time: Float64Array;
  readonly #lots: Lot[] = [];

  constructor(time: Float64Array) {
    this.#time = time;
  }

  /** Books a fill of `quantity` units (signed); `flat` says that the position is now exactly zero. */
  book(
    bar: number,
    quantity: number,
    price: number,
    commission: number,
    flat: boolean,
    tag?: string,
  ): void {
    const commissionPerUnit = commission / Math.abs(quantity);
    let left = quantity;
    while (left !== 0 && this.#lots.length > 0) {
      const lot = this.#lots[0] as Lot;
      if (Math.sign(lot.quantity) === Math.sign(left)) break;
      const closing = Math.abs(left) >= Math.abs(lot.quantity) ? lot.quantity : -left;
      this.trades.push(this.#trade(lot, closing, bar, price, commissionPerUnit));
      lot.quantity -= closing;
      left += closing;
      if (lot.quantity === 0) this.#lots.shift();
    }
    if (flat) {
      for (const lot of this.#lots.splice(0)) {
        this.trades.push(this.#trade(lot, lot.quantity, bar, price, commissionPerUnit));
      }
    } else if (Math.abs(left) > Math.abs(quantity) * dustShare) {
      this.#lots.push({ quantity: left, bar, price, commissionPerUnit, tag });
    }
  }

  /** The lots still held, as open trades valued at `price`. */
  openTrades(lastBar: number, price: number): Trade[] {
    return this.#lots.map((lot) => ({
      ...this.#trade(lot, lot.quantity, lastBar, price, 0),
      exitBar: null,
      exitTime: null,
    }));
  }

  #trade(lot: Lot, closing: number, bar: number, price: number, exitCommission: number): Trade {
    const size = Math.abs(closing);
    const commission = size * (lot.commissionPerUnit + exitCommission);
    const profit = closing * (price - lot.price) - commission;
    return {
      direction: closing > 0 ? 'long' : 'short',
      quantity: size,
      entryBar: lot.bar,
      entryTime: this.#time[lot.bar] as number,
      entryPrice: lot.price,
      exitBar: bar,
      exitTime: this.#time[bar] as number,
      exitPrice: price,
      commission,
      profit,
      return: profit / (size * lot.price),
      barsHeld: bar - lot.bar,
      ...(lot.tag === undefined ? {} : { tag: lot.tag }),
    };
  }
}
