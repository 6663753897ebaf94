import type { Market } from '../bars/market.ts';
import { Account } from './account.ts';
import { Broker } from './broker.ts';
import { MarketCursor } from './cursor.ts';
import { EventLog } from './event-log.ts';
import { Execution } from './execution.ts';
import { OrderBook } from './order-book.ts';
import type { SimulationResult } from './result.ts';
import type { EngineSettings } from './settings.ts';
import { TradeLedger } from './trades.ts';

/** Everything that a simulation carries from one bar to the next, and from one piece to the next. */
export class EngineState {
  readonly account: Account;
  readonly book: OrderBook;
  readonly broker: Broker;
  cursor: MarketCursor;
  barsDone = 0;
  lastTime = NaN;
  readonly #events: EventLog;
  readonly #execution: Execution;
  readonly #ledger: TradeLedger;
  readonly #symbols: readonly string[];

  constructor(settings: EngineSettings, market: Market) {
    this.cursor = new MarketCursor(market);
    this.#symbols = this.cursor.symbols;
    this.account = new Account(settings, this.#symbols.length);
    this.#events = new EventLog(this.#symbols);
    this.#ledger = new TradeLedger(this.#symbols);
    const { account } = this;
    this.#execution = new Execution(account, this.#ledger, this.#events, settings);
    this.book = new OrderBook(account, this.#events);
    const parts = { account, book: this.book, execution: this.#execution, events: this.#events };
    this.broker = new Broker(parts, this.cursor);
  }

  /**
   * Goes over to a market's first bar.
   * @throws {RangeError} if it has other instruments than the one before.
   */
  enter(market: Market): void {
    this.cursor = new MarketCursor(market);
    this.broker.cursor = this.cursor;
    this.book.changed = true;
    if (this.cursor.symbols.join('\n') !== this.#symbols.join('\n')) {
      throw new RangeError('A simulation goes on with the same instruments in the same order');
    }
  }

  /** Hands out what happened since the last call. */
  takeOutcome(lastBar: number): Omit<SimulationResult, 'equity' | 'exposure' | 'staleBars'> {
    const { account } = this;
    const open = lastBar < 0 ? [] : this.#ledger.openTrades(lastBar, this.lastTime, account.marks);
    const outcome = {
      fills: this.#execution.fills,
      trades: [...this.#ledger.trades, ...open],
      events: this.#events.kept,
      eventCount: this.#events.count,
      interest: account.interest,
      borrowFees: account.borrowFees,
      finalCash: account.cash,
      finalPositions: this.#symbols.map((symbol, index) => ({
        symbol,
        quantity: account.positions[index] as number,
      })),
    };
    this.#execution.fills = [];
    this.#ledger.trades = [];
    this.#events.kept = [];
    return outcome;
  }
}
