import type { Market } from '../bars/market.ts';
import type { Account } from './account.ts';
import type { MarketCursor } from './cursor.ts';
import type { Decision } from './decision.ts';
import { EngineState } from './engine-state.ts';
import type { OrderBook } from './order-book.ts';
import type { Order } from './order.ts';
import type { SimulationResult } from './result.ts';
import type { AtEnd, EngineSettings } from './settings.ts';

/** Counts every change that could alter a result; written into each manifest. */
export const engineVersion = '3';

/** What a source of decisions sees and does at one bar's close. */
export interface OrderDesk {
  cash: number;
  /** Cash plus the positions at their latest closes. */
  equity: number;
  /** Units held of each instrument, in the market's order, negative when short. Not to be written. */
  readonly positions: Float64Array;
  /** 1 for each instrument that has a bar now; its row is in `rows`. Not to be written. */
  readonly fresh: Uint8Array;
  readonly rows: Int32Array;
  /** The order that the decision gave, or undefined if it gave none. */
  place(decision: Decision): Order | undefined;
}

/** A strategy while it runs, or its recorded decisions on replay. */
export interface DecisionSource {
  /** Called once, before the first bar. */
  begin?(desk: OrderDesk): void;
  decide(bar: number, desk: OrderDesk): void;
}

/**
 * To run a market in pieces: a piece goes on from the state that the one before ended in. Cut intraday
 * bars where a session ends: an order for the close takes the end of a piece for the end of a session.
 */
export interface Continuation {
  readonly from?: EngineState;
  /** More bars will follow: orders keep waiting, and nothing is closed at the end of this piece. */
  readonly continues?: boolean;
}

/**
 * Walks the clock once: work the waiting orders through the bar, value the account at the closes, ask
 * for decisions and (with `fillAt: 'close'`) fill the market orders among them at once. The same code
 * runs in every sandbox and in the host's replay, so equal decisions give equal bits.
 */
export function simulate(
  market: Market,
  source: DecisionSource,
  settings: EngineSettings,
  { from, continues = false }: Continuation = {},
): SimulationResult & { readonly state: EngineState } {
  const state = from ?? new EngineState(settings, market);
  state.enter(market);
  const walk = new Walk(state, source, settings, continues);
  const barCount = market.time.length;
  walk.run();
  if (barCount > 0) state.lastTime = market.time[barCount - 1] as number;
  state.barsDone += barCount;
  const lastBar = state.barsDone - 1;
  if (!continues) state.broker.endOfData(lastBar);
  const { equity, exposure, staleBars } = walk;
  return { ...state.takeOutcome(lastBar), equity, exposure, staleBars, state };
}

/** One walk along a market's clock. */
class Walk {
  readonly equity: Float64Array;
  readonly exposure: Float64Array;
  staleBars = 0;
  readonly desk: OrderDesk;
  readonly state: EngineState;
  readonly account: Account;
  readonly book: OrderBook;
  readonly cursor: MarketCursor;
  readonly source: DecisionSource;
  readonly opens: readonly Float64Array[];
  readonly closes: readonly Float64Array[];
  readonly firstBar: number;
  readonly lastIndex: number;
  readonly atEnd: AtEnd;
  readonly fillsAtClose: boolean;
  readonly accrues: boolean;
  readonly maintenanceMargin: number;

  constructor(
    state: EngineState,
    source: DecisionSource,
    settings: EngineSettings,
    continues: boolean,
  ) {
    const { account, book, cursor } = state;
    const { market, fresh, rows } = cursor;
    const barCount = market.time.length;
    this.state = state;
    this.account = account;
    this.book = book;
    this.cursor = cursor;
    this.source = source;
    this.equity = new Float64Array(barCount);
    this.exposure = new Float64Array(barCount);
    this.opens = market.instruments.map(({ bars }) => bars.open);
    this.closes = market.instruments.map(({ bars }) => bars.close);
    this.firstBar = state.barsDone;
    this.lastIndex = continues ? barCount : barCount - 1;
    this.atEnd = settings.atEnd;
    this.fillsAtClose = settings.fillAt === 'close';
    this.accrues = account.accrues;
    this.maintenanceMargin = settings.maintenanceMargin;
    const { cash, positions } = account;
    const place = (decision: Decision) => book.take(decision, cursor);
    this.desk = { cash, equity: cash, positions, fresh, rows, place };
  }

  run(): void {
    this.source.begin?.(this.desk);
    const barCount = this.equity.length;
    const quiet = this.opens.length === 1 && !this.accrues && !this.fillsAtClose;
    let index = 0;
    while (index < barCount) {
      if (quiet) index = this.#runQuietly(index);
      if (index < barCount) this.#step(index);
      index += 1;
    }
  }

  /**
   * The bars on which nothing can happen but the strategy's own decision, which are most: one
   * instrument, no order waiting, not the last bar. The same as `#step` with what is idle left out,
   * because this loop is what a run's time goes to. Returns the first bar that is not of this kind.
   */
  #runQuietly(from: number): number {
    const { account, book, cursor, desk, source, equity, exposure, firstBar } = this;
    const { positions, marks } = account;
    const { rows } = cursor;
    const close = this.closes[0] as Float64Array;
    const { lastIndex } = this;
    const { cash } = account;
    const units = positions[0] as number;
    const { maintenanceMargin } = this;
    cursor.fresh[0] = 1;
    desk.cash = cash;
    let index = from;
    while (index < lastIndex && book.working.length === 0) {
      const mark = close[index] as number;
      const net = units * mark;
      const value = cash + net;
      rows[0] = index;
      marks[0] = mark;
      desk.equity = value;
      source.decide(firstBar + index, desk);
      equity[index] = value;
      if (units !== 0) {
        const gross = net < 0 ? -net : net;
        exposure[index] = net / value;
        if (value < maintenanceMargin * gross) this.#callMargin(firstBar + index, value, gross);
      }
      index += 1;
    }
    return index;
  }

  #callMargin(bar: number, value: number, gross: number): void {
    this.state.broker.callMargin(bar, value, gross);
  }

  #step(index: number): void {
    const { account, book, cursor, desk } = this;
    const { rows, fresh } = cursor;
    const bar = this.firstBar + index;
    const atEnd = index === this.lastIndex ? this.atEnd : 'leave-open';
    cursor.advance(index);
    if (this.accrues) this.#accrue(bar);
    if (atEnd === 'last-open' || book.working.length > 0) {
      account.mark(this.opens, rows, fresh);
      if (atEnd === 'last-open') this.state.broker.liquidate(bar, this.opens);
      else this.state.broker.workBar(bar);
    }
    account.mark(this.closes, rows, fresh);
    let value = account.value();
    desk.cash = account.cash;
    desk.equity = value;
    this.source.decide(bar, desk);
    const fillsNow = this.fillsAtClose && book.working.length > 0 && atEnd !== 'last-open';
    if (fillsNow || atEnd === 'last-close') {
      if (fillsNow) this.state.broker.fillDecidedNow(bar);
      if (atEnd === 'last-close') this.state.broker.liquidate(bar, this.closes);
      value = account.value();
    }
    this.equity[index] = value;
    const { gross } = account;
    if (gross !== 0) {
      this.exposure[index] = (account.net < 0 ? -gross : gross) / value;
      if (value < this.maintenanceMargin * gross) this.state.broker.callMargin(bar, value, gross);
      if (rows.length > 1 && holdsStale(fresh, account.positions)) this.staleBars += 1;
    }
  }

  #accrue(bar: number): void {
    const { time } = this.cursor;
    if (bar > 0) this.account.accrue(time - this.state.lastTime);
    this.state.lastTime = time;
  }
}

function holdsStale(fresh: Uint8Array, positions: Float64Array): boolean {
  return fresh.some((isFresh, symbol) => isFresh === 0 && positions[symbol] !== 0);
}
