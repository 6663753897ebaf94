import type { Trade } from './result.ts';

/** What is still held of one entry fill; money is per unit so that part of it can be closed. */
interface Lot {
  quantity: number;
  readonly bar: number;
  readonly time: number;
  readonly price: number;
  readonly commissionPerUnit: number;
  readonly assumed: boolean;
  readonly tag: string | undefined;
}

/** One fill, as the ledger needs it. `flat` says that the position is now exactly zero. */
export interface Booking {
  readonly symbol: number;
  readonly bar: number;
  readonly time: number;
  readonly quantity: number;
  readonly price: number;
  readonly commission: number;
  readonly flat: boolean;
  readonly assumed: boolean;
  readonly tag: string | undefined;
}

interface Exit extends Pick<Booking, 'bar' | 'time' | 'price' | 'assumed'> {
  readonly commissionPerUnit: number;
}

/** Rounding dust: what is left of a fractional position after its lots were closed one by one. */
const dustShare = 1e-9;

/** Matches exits to entries, first in, first out, and writes one trade a closed lot. */
export class TradeLedger {
  trades: Trade[] = [];
  readonly symbols: readonly string[];
  readonly #lots: Lot[][];

  constructor(symbols: readonly string[]) {
    this.symbols = symbols;
    this.#lots = symbols.map(() => []);
  }

  book(booking: Booking): void {
    const { symbol, bar, time, quantity, price, commission, assumed, tag } = booking;
    const lots = this.#lots[symbol] as Lot[];
    const commissionPerUnit = commission / Math.abs(quantity);
    const exit = { bar, time, price, assumed, commissionPerUnit };
    let left = quantity;
    while (left !== 0 && lots.length > 0) {
      const lot = lots[0] as Lot;
      if (Math.sign(lot.quantity) === Math.sign(left)) break;
      const closing = Math.abs(left) >= Math.abs(lot.quantity) ? lot.quantity : -left;
      this.trades.push(this.#trade(symbol, lot, closing, exit));
      lot.quantity -= closing;
      left += closing;
      if (lot.quantity === 0) lots.shift();
    }
    if (booking.flat) {
      for (const lot of lots.splice(0)) {
        this.trades.push(this.#trade(symbol, lot, lot.quantity, exit));
      }
    } else if (Math.abs(left) > Math.abs(quantity) * dustShare) {
      lots.push({ quantity: left, bar, time, price, commissionPerUnit, assumed, tag });
    }
  }

  /** The lots still held, as open trades valued at `marks`, by instrument. */
  openTrades(bar: number, time: number, marks: Float64Array): Trade[] {
    return this.#lots.flatMap((lots, symbol) => {
      const price = marks[symbol] as number;
      const exit = { bar, time, price, assumed: false, commissionPerUnit: 0 };
      return lots.map((lot) => ({
        ...this.#trade(symbol, lot, lot.quantity, exit),
        exitBar: null,
        exitTime: null,
      }));
    });
  }

  #trade(symbol: number, lot: Lot, closing: number, exit: Exit): Trade {
    const size = Math.abs(closing);
    const commission = size * (lot.commissionPerUnit + exit.commissionPerUnit);
    const profit = closing * (exit.price - lot.price) - commission;
    const trade: { -readonly [Name in keyof Trade]: Trade[Name] } = {
      symbol: this.symbols[symbol] as string,
      direction: closing > 0 ? 'long' : 'short',
      quantity: size,
      entryBar: lot.bar,
      entryTime: lot.time,
      entryPrice: lot.price,
      exitBar: exit.bar,
      exitTime: exit.time,
      exitPrice: exit.price,
      commission,
      profit,
      return: profit / (size * lot.price),
      barsHeld: exit.bar - lot.bar,
    };
    if (lot.assumed || exit.assumed) trade.assumed = true;
    if (lot.tag !== undefined) trade.tag = lot.tag;
    return trade;
  }
}
