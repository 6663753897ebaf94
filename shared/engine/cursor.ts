import type { Bars } from '../bars/bars.ts';
import type { Market } from '../bars/market.ts';
import { sessionOf } from '../bars/sessions.ts';

/** Walks a market's instruments along its clock: which of them has a bar now, and which row it is. */
export class MarketCursor {
  readonly market: Market;
  readonly symbols: readonly string[];
  /** Row of each instrument's latest bar; -1 before its first. */
  readonly rows: Int32Array;
  /** 1 for each instrument that has a bar at this time. */
  readonly fresh: Uint8Array;
  time = NaN;
  readonly #bars: readonly Bars[];
  readonly times: readonly Float64Array[];
  readonly clock: Float64Array;
  readonly #finerRows: Int32Array;

  constructor(market: Market) {
    const { length } = market.instruments;
    this.market = market;
    this.clock = market.time;
    this.#bars = market.instruments.map(({ bars }) => bars);
    this.times = this.#bars.map(({ time }) => time);
    this.symbols = this.#bars.map(({ symbol }) => symbol);
    this.rows = new Int32Array(length).fill(-1);
    this.fresh = new Uint8Array(length);
    this.#finerRows = new Int32Array(length);
  }

  /** Goes to the clock's bar `index`; called once for each, in order. */
  advance(index: number): void {
    const { rows, fresh } = this;
    const times = this.times;
    const time = this.clock[index] as number;
    this.time = time;
    for (let symbol = 0; symbol < times.length; symbol += 1) {
      const column = times[symbol] as Float64Array;
      const next = (rows[symbol] as number) + 1;
      const has = next < column.length && column[next] === time;
      fresh[symbol] = has ? 1 : 0;
      if (has) rows[symbol] = next;
    }
  }

  barsOf(symbol: number): Bars {
    return this.#bars[symbol] as Bars;
  }

  /** The session of the bar that is now. */
  get session(): number {
    return sessionOf(this.time, this.market.sessions);
  }

  /** True if an instrument's next bar belongs to another session, or there is none. */
  closesSession(symbol: number): boolean {
    const next = this.barsOf(symbol).time[(this.rows[symbol] as number) + 1];
    return next === undefined || sessionOf(next, this.market.sessions) !== this.session;
  }

  /** True if an instrument has no bar after its latest one. */
  isOver(symbol: number): boolean {
    return (this.rows[symbol] as number) + 1 >= this.barsOf(symbol).time.length;
  }

  /** Rows [from, to) of the finer bars that lie within an instrument's bar of now. */
  finerRows(symbol: number): { finer: Bars; from: number; to: number } | undefined {
    const finer = this.market.instruments[symbol]?.finer;
    if (finer === undefined) return undefined;
    const end = this.barsOf(symbol).time[(this.rows[symbol] as number) + 1] ?? Infinity;
    let from = this.#finerRows[symbol] as number;
    while (from < finer.time.length && (finer.time[from] as number) < this.time) from += 1;
    let to = from;
    while (to < finer.time.length && (finer.time[to] as number) < end) to += 1;
    this.#finerRows[symbol] = to;
    return to > from ? { finer, from, to } : undefined;
  }
}
