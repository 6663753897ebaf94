import type { Fill, Trade } from './result.ts';

/** What is still held of one entry fill; money is per unit so that part of it can be closed. */
interface Lot {
  quantity: number;
  readonly fill: Fill;
  readonly time: number;
  readonly commissionPerUnit: number;
}

/** What closes a lot: a fill, or for a lot that stays open the latest price. */
interface Exit {
  readonly bar: number;
  readonly price: number;
  readonly assumed?: true;
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

  /** Books a fill at `time`; `flat` says that the position is now exactly zero. */
  book(symbol: number, fill: Fill, time: number, flat: boolean): void {
    const { quantity } = fill;
    const lots = this.#lots[symbol] as Lot[];
    const commissionPerUnit = fill.commission / Math.abs(quantity);
    let left = quantity;
    let closed = 0;
    while (left !== 0 && closed < lots.length) {
      const lot = lots[closed] as Lot;
      if (lot.quantity > 0 === left > 0) break;
      const closing = Math.abs(left) >= Math.abs(lot.quantity) ? lot.quantity : -left;
      this.trades.push(this.#trade(symbol, lot, closing, fill, time, commissionPerUnit));
      lot.quantity -= closing;
      left += closing;
      if (lot.quantity === 0) closed += 1;
    }
    if (closed === 1) lots.shift();
    else if (closed > 0) lots.splice(0, closed);
    if (flat) {
      for (const lot of lots) {
        this.trades.push(this.#trade(symbol, lot, lot.quantity, fill, time, commissionPerUnit));
      }
      while (lots.length > 0) lots.pop();
    } else if (Math.abs(left) > Math.abs(quantity) * dustShare) {
      lots.push({ quantity: left, fill, time, commissionPerUnit });
    }
  }

  /** The lots still held, as open trades valued at `marks`, by instrument. */
  openTrades(bar: number, time: number, marks: Float64Array): Trade[] {
    return this.#lots.flatMap((lots, symbol) => {
      const last = { bar, price: marks[symbol] as number };
      return lots.map((lot) => ({
        ...this.#trade(symbol, lot, lot.quantity, last, time, 0),
        exitBar: null,
        exitTime: null,
      }));
    });
  }

  #trade(
    symbol: number,
    lot: Lot,
    closing: number,
    exit: Exit,
    time: number,
    exitCommissionPerUnit: number,
  ): Trade {
    const size = Math.abs(closing);
    const { fill: entry } = lot;
    const commission = size * (lot.commissionPerUnit + exitCommissionPerUnit);
    const profit = closing * (exit.price - entry.price) - commission;
    const trade: { -readonly [Name in keyof Trade]: Trade[Name] } = {
      symbol: this.symbols[symbol] as string,
      direction: closing > 0 ? 'long' : 'short',
      quantity: size,
      entryBar: entry.bar,
      entryTime: lot.time,
      entryPrice: entry.price,
      exitBar: exit.bar,
      exitTime: time,
      exitPrice: exit.price,
      commission,
      profit,
      return: profit / (size * entry.price),
      barsHeld: exit.bar - entry.bar,
    };
    if (entry.assumed || exit.assumed) trade.assumed = true;
    if (entry.tag !== undefined) trade.tag = entry.tag;
    return trade;
  }
}
