import type { Bars } from '../bars/bars.ts';
import type { Account } from './account.ts';
import type { MarketCursor } from './cursor.ts';
import type { EventLog } from './event-log.ts';
import type { Execution } from './execution.ts';
import { isReached, priceAtOpen, priceInEntryBar, priceWithin, trail } from './match.ts';
import type { Order } from './order.ts';
import type { OrderBook } from './order-book.ts';
import { Reach } from './reach.ts';
import type { Fill } from './result.ts';

const maximumLooks = 20_000_000;

/**
 * Takes the waiting orders through a bar: what can fill at the open, in the order in which it was
 * given; then stops, then limits, because of two that the same bar reaches the worse is assumed; then
 * the orders for the close. Finer bars, where there are any, take the place of that assumption.
 */
export class Broker {
  readonly #account: Account;
  readonly #book: OrderBook;
  readonly #execution: Execution;
  readonly #events: EventLog;
  readonly #reach: Reach;
  cursor: MarketCursor;
  #bar = 0;
  #looks = 0;

  constructor(
    parts: { account: Account; book: OrderBook; execution: Execution; events: EventLog },
    cursor: MarketCursor,
  ) {
    this.#account = parts.account;
    this.#book = parts.book;
    this.#execution = parts.execution;
    this.#events = parts.events;
    this.#reach = new Reach(cursor.symbols.length);
    this.cursor = cursor;
  }

  /** Works the orders given before this bar. */
  workBar(bar: number): void {
    this.#bar = bar;
    if (this.#book.changed) {
      this.#countLooks();
      this.#reach.measure(this.#book.working, this.cursor);
      this.#book.changed = false;
    }
    if (this.#reach.isTouched(this.cursor)) this.#workTouched();
  }

  #workTouched(): void {
    this.#countLooks();
    const rests = this.#book.working.some(
      ({ type, goodUntil }) => type !== 'market' || goodUntil !== Infinity,
    );
    if (rests) this.#expire();
    this.#fillAtOpen();
    // Exits of what was filled at the open make more than market orders wait.
    if (rests || this.#book.working.some(({ type }) => type !== 'market')) this.#workRest();
    this.#book.sweep();
  }

  /**
   * Decisions may come from a hostile sandbox that never simulated them: what they cost the host is
   * bounded, by the same count on both sides.
   */
  #countLooks(): void {
    this.#looks += this.#book.working.length;
    if (this.#looks > maximumLooks) {
      throw new RangeError('The waiting orders of this run were looked at over 20 million times');
    }
  }

  #workRest(): void {
    for (let symbol = 0; symbol < this.cursor.fresh.length; symbol += 1) {
      if (this.cursor.fresh[symbol] === 1) this.#workWithin(symbol);
    }
    if (this.#book.working.some(({ type }) => type === 'market-on-close')) {
      this.#fillAtClose((order) => order.type === 'market-on-close');
    }
  }

  /** Fills at this close the market orders that were decided at it. */
  fillDecidedNow(bar: number): void {
    this.#bar = bar;
    this.#fillAtClose((order) => order.type === 'market' && order.decisionBar === bar);
    this.#book.sweep();
  }

  /** Ends every waiting order and closes every position that has a bar now, at that bar's price. */
  liquidate(bar: number, prices: readonly Float64Array[]): void {
    this.#bar = bar;
    for (const order of this.#book.working) {
      order.status = 'expired';
      this.#events.tell(order, bar, 'expired', 'was still waiting at the end of the run');
    }
    this.#account.positions.forEach((held, symbol) => {
      if (held === 0) return;
      const order = this.#closing(bar, symbol, 'end of data');
      if (this.cursor.fresh[symbol] === 1) {
        const row = this.cursor.rows[symbol] as number;
        this.#execute(order, prices[symbol]?.[row] as number, false);
      } else {
        order.status = 'rejected';
        const why = 'stays open: its instrument has no bar at the end of the run';
        this.#events.tell(order, bar, 'no-bar', why);
      }
    });
    this.#book.sweep();
  }

  /** Replaces every waiting order by ones that close all positions as soon as they can fill. */
  callMargin(bar: number, equity: number, gross: number): void {
    if (this.#book.working.some(({ forced }) => forced)) return;
    for (const order of this.#book.working) {
      order.status = 'cancelled';
      this.#events.tell(order, bar, 'cancelled', 'was cancelled by a margin call');
    }
    this.#account.positions.forEach((held, symbol) => {
      if (held === 0) return;
      const order = this.#closing(bar, symbol, 'margin call');
      const why = `liquidates: equity of ${equity.toFixed(2)} is below the maintenance margin of positions worth ${gross.toFixed(2)}`;
      this.#events.tell(order, bar, 'margin-call', why);
    });
    this.#book.sweep();
  }

  /** Says of every order that still waits that the data ended before it. */
  endOfData(bar: number): void {
    for (const order of this.#book.working) {
      order.status = 'expired';
      const over = order.decisionBar < bar && this.cursor.fresh[order.symbol] === 0;
      if (order.filled !== 0) {
        const why = `was filled in part (${Math.abs(order.filled)} units) when the data ended`;
        this.#events.tell(order, bar, 'outside-volume', why);
      } else if (over && this.cursor.isOver(order.symbol)) {
        this.#events.tell(order, bar, 'no-bar', "was not filled: its instrument's data ended");
      } else if (order.type === 'market' && order.decisionBar === bar) {
        const why = 'was not filled: the data ends before the next open';
        this.#events.tell(order, bar, 'no-next-bar', why);
      } else this.#events.tell(order, bar, 'expired', 'was still waiting when the data ended');
    }
    this.#book.sweep();
  }

  #closing(bar: number, symbol: number, tag: string): Order {
    return this.#book.add({ bar, kind: 'target-quantity', amount: 0, tag }, symbol);
  }

  #expire(): void {
    for (const order of this.#book.working) {
      if (order.goodUntil === 'day') this.#expireDay(order);
      else if (this.cursor.time > order.goodUntil) this.#end(order, 'its date has passed');
    }
  }

  #expireDay(order: Order): void {
    if (this.cursor.fresh[order.symbol] === 0) return;
    const { session } = this.cursor;
    if (Number.isNaN(order.session)) order.session = session;
    else if (session !== order.session) this.#end(order, 'its session is over');
  }

  #end(order: Order, why: string): void {
    order.status = 'expired';
    this.#events.tell(order, this.#bar, 'expired', `expired: ${why}`);
  }

  /**
   * Of orders by share of equity, those that make a position smaller fill first: their proceeds pay
   * for the others, whatever prices did since the decision. An instrument's own orders keep their order.
   */
  #fillReductionsAtOpen(): void {
    const first = new Map<number, Order>();
    for (const order of this.#book.working) {
      if (!first.has(order.symbol)) first.set(order.symbol, order);
    }
    for (const order of first.values()) {
      const { symbol, kind, type } = order;
      if (kind !== 'target-percent' || type !== 'market') continue;
      if (!order.isDue(this.#bar) || this.cursor.fresh[symbol] === 0) continue;
      const open = this.#column(symbol, 'open');
      if (this.#execution.reduces(order, open, this.cursor)) this.#execute(order, open, false);
    }
  }

  #fillAtOpen(): void {
    const { working } = this.#book;
    if (working.length > 1 && this.cursor.fresh.length > 1) this.#fillReductionsAtOpen();
    // Exits of what fills here join the end of the list and meet this open too.
    for (let index = 0; index < working.length; index += 1) {
      const order = working[index] as Order;
      if (!order.isDue(this.#bar) || this.cursor.fresh[order.symbol] === 0) continue;
      const price = priceAtOpen(order, this.#column(order.symbol, 'open'));
      if (!Number.isNaN(price)) this.#execute(order, price, false);
    }
  }

  #workWithin(symbol: number): void {
    const waiting = () =>
      this.#book.working.some(
        (order) => order.symbol === symbol && order.status === 'working' && order.type !== 'market',
      );
    if (!waiting()) return;
    const finer = this.cursor.finerRows(symbol);
    if (finer === undefined) {
      const row = this.cursor.rows[symbol] as number;
      this.#workPath(symbol, this.cursor.barsOf(symbol), row);
      return;
    }
    for (let row = finer.from; row < finer.to; row += 1) {
      if (row > finer.from) this.#gap(symbol, finer.finer.open[row] as number);
      this.#workPath(symbol, finer.finer, row);
    }
  }

  /** Between two finer bars a price may jump past an order, as between two bars. */
  #gap(symbol: number, open: number): void {
    const { working } = this.#book;
    // Exits of what fills here join the end of the list and meet this open too.
    for (let index = 0; index < working.length; index += 1) {
      const order = working[index] as Order;
      if (order.symbol !== symbol || order.status !== 'working' || order.type === 'market')
        continue;
      const price = priceAtOpen(order, open);
      if (!Number.isNaN(price)) this.#execute(order, price, false);
    }
  }

  #workPath(symbol: number, bars: Bars, row: number): void {
    const high = bars.high[row] as number;
    const low = bars.low[row] as number;
    const bar = { high, low, close: bars.close[row] as number };
    const candidates = this.#book.working.filter((order) => order.symbol === symbol);
    for (const stops of [true, false]) {
      for (const order of candidates) {
        if (order.isStop !== stops || !order.isDue(this.#bar)) continue;
        const price = priceWithin(order, high, low);
        if (Number.isNaN(price)) continue;
        const assumed = siblingReached(order, high, low);
        if (this.#execute(order, price, assumed) === 0) continue;
        this.#workExits(order, price, bar);
      }
    }
    for (const order of candidates) trail(order, high, low);
  }

  /** Tests, in the rest of the bar in which `entry` filled, the exits that it brought. */
  #workExits(
    entry: Order,
    price: number,
    bar: { readonly high: number; readonly low: number; readonly close: number },
  ): void {
    const exits = this.#book.working.filter(({ closes }) => closes === entry);
    exits.sort((a, b) => Number(b.isStop) - Number(a.isStop));
    for (const exit of exits) {
      if (!exit.isDue(this.#bar)) continue;
      const met = priceInEntryBar(exit, { price, byLimit: entry.type === 'limit' }, bar);
      if (Number.isNaN(met.price)) continue;
      const assumed = met.assumed || (exit.isStop && siblingReached(exit, bar.high, bar.low));
      this.#execute(exit, met.price, assumed);
    }
  }

  #fillAtClose(isDue: (order: Order) => boolean): void {
    for (const order of [...this.#book.working]) {
      if (!order.isDue(this.#bar) || !isDue(order)) continue;
      if (this.cursor.fresh[order.symbol] === 0) continue;
      if (order.type === 'market-on-close' && !this.cursor.closesSession(order.symbol)) continue;
      this.#execute(order, this.#column(order.symbol, 'close'), false);
    }
  }

  #execute(order: Order, price: number, assumed: boolean): number {
    const quantity = this.#execution.execute(order, price, this.cursor, this.#bar, assumed);
    if (quantity === 0) return 0;
    this.#countLooks();
    if (order.group !== undefined) this.#book.endGroup(order, quantity);
    if (order.exits !== undefined) this.#book.addExits(order, this.#execution.fills.at(-1) as Fill);
    this.#book.endIdleExits(order.symbol);
    return quantity;
  }

  #column(symbol: number, name: 'open' | 'close'): number {
    return this.cursor.barsOf(symbol)[name][this.cursor.rows[symbol] as number] as number;
  }
}

/** True if the bar also reaches another order of the same group: which came first is not known. */
function siblingReached(order: Order, high: number, low: number): boolean {
  return (order.group ?? []).some(
    (other) => other !== order && other.status === 'working' && isReached(other, high, low),
  );
}
