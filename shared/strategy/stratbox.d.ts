declare module 'stratbox' {
  /** One bar of market data. */
  export interface Bar {
    readonly symbol: string;
    /** Position in its instrument's data, from 0. */
    readonly index: number;
    /** Start of the bar, in milliseconds since 1970-01-01 UTC: `new Date(bar.time)`. */
    readonly time: number;
    readonly open: number;
    readonly high: number;
    readonly low: number;
    readonly close: number;
    readonly volume: number;
  }

  /** A number that changes from bar to bar. `NaN` until enough bars were seen. */
  export interface Line {
    /** The value at the current bar. */
    readonly value: number;
    /** The value one bar earlier. */
    readonly previous: number;
  }

  /** A line that follows the bars; some have further lines, such as `macd().signal`. */
  export interface Indicator extends Line {
    update(bar: Omit<Bar, 'symbol'>): void;
  }

  /** Prices are per unit; percents are shares, `0.05` being 5%. */
  export interface OrderOptions {
    /** Which instrument; absent: the run's main one. */
    symbol?: string;
    /** Fills at this price or better. With `stop`: once the stop is reached. */
    limit?: number;
    /** Waits until this price is reached, then fills; at the open when a gap passes it. */
    stop?: number;
    /** A stop that follows the best price at this distance. */
    trailAmount?: number;
    /** A stop that follows the best price at this share of it. */
    trailPercent?: number;
    /** Fills at the session's last close. */
    atClose?: boolean;
    /** How long the order waits: one session, or until a time. Absent: until cancelled. */
    goodUntil?: 'day' | number | Date;
    /** Closes what the order opened at this price with a profit. */
    takeProfit?: number;
    /** The same as a share of the fill price. */
    takeProfitPercent?: number;
    /** Closes what the order opened at this price with a loss. */
    stopLoss?: number;
    /** The same as a share of the fill price. */
    stopLossPercent?: number;
    /** A note of at most 64 characters that stays with the order and its trade. */
    tag?: string;
  }

  /** An order that you gave. */
  export interface Order {
    readonly id: number;
    readonly symbol: string;
    readonly status: 'working' | 'filled' | 'cancelled' | 'expired' | 'rejected';
    /** Units filled so far, negative when sold. */
    readonly filledQuantity: number;
    /** `NaN` before the first fill. */
    readonly averagePrice: number;
    readonly tag: string | undefined;
    /** Cancels the order while it waits. */
    cancel(): void;
    /** Changes a waiting order, or the take-profit and stop-loss of one that is filled. */
    modify(changes: {
      quantity?: number;
      limit?: number;
      stop?: number;
      trailAmount?: number;
      trailPercent?: number;
      takeProfit?: number;
      stopLoss?: number;
    }): void;
  }

  export type PriceField = 'open' | 'high' | 'low' | 'close' | 'volume';

  /**
   * Every strategy extends this class and is the module's default export.
   *
   * Orders are decided at a bar's close and, by default, filled at the next bar's open.
   */
  export class Strategy {
    /** The run's parameter values, by the names in `export const parameters`. */
    readonly parameters: Readonly<Record<string, any>>;
    /** The instruments of the run; the first is its main one. */
    readonly symbols: readonly string[];
    /** Units held of the main instrument; negative when short. */
    readonly position: number;
    /** Cash in the account. */
    readonly cash: number;
    /** Cash plus the positions at their latest closes. */
    readonly equity: number;
    /** The number of the current bar on the run's clock, from 0. */
    readonly barIndex: number;
    /** Your orders that still wait. */
    readonly orders: Order[];

    /** Called once before the first bar. Create indicators here. */
    initialize(): void;
    /** Called at every close of the main instrument. Decide here. */
    onBar(bar: Bar): void;
    /** Called at every close of any instrument, after `onBar`, with the bars that there are now. */
    onBars(bars: Readonly<Record<string, Bar | undefined>>): void;

    /** Units held of an instrument; negative when short. */
    positionOf(symbol: string): number;
    /**
     * Keeps an indicator up to date at every bar of an instrument; absent: the main one.
     * @example this.fast = this.indicator(sma(10));
     */
    indicator<Kind extends Indicator>(indicator: Kind, symbol?: string): Kind;

    /**
     * Buys this many units; without a quantity, with all equity that other positions leave.
     * @example this.buy(100, { limit: bar.close * 0.99, stopLossPercent: 0.05 });
     */
    buy(quantity?: number | OrderOptions, options?: OrderOptions): Order;
    /**
     * Sells this many units; more than you hold opens a short position. Without a quantity it goes
     * short with all equity that other positions leave; to end a position use `close`.
     */
    sell(quantity?: number | OrderOptions, options?: OrderOptions): Order;
    /** Closes the whole position. */
    close(options?: OrderOptions): Order;
    /**
     * Trades to hold this share of equity: 1 is all of it, 0 none, -1 fully short. Sized when it
     * fills, with costs, rounded down to the lot.
     */
    orderTargetPercent(share: number, options?: OrderOptions): Order;
    /** Trades to hold exactly this many units; negative for short. */
    orderTargetQuantity(quantity: number, options?: OrderOptions): Order;
    /**
     * Trades to hold exactly these shares of equity; what is held and not named is sold.
     * @example this.rebalance({ AAPL: 0.5, MSFT: 0.5 });
     */
    rebalance(weights: Readonly<Record<string, number>>, options?: { tag?: string }): void;
    /** A fill of one of these orders cancels the others. */
    oneCancelsOther(...orders: Order[]): void;
    /** Cancels your waiting orders, all or those of an instrument. */
    cancelAll(symbol?: string): void;

    /** A copy of the bar `ago` bars back; 0 is the latest. `undefined` before the data begins. */
    barAgo(ago: number, symbol?: string): Bar | undefined;
    /** A random number in [0, 1) from the run's seed: the same on every run, unlike Math.random(). */
    random(): number;
    /** Draws a series of your own under the equity curve; at most 12 names. */
    plot(name: string, value: number): void;
  }

  /**
   * The run's bars, all at once: for scripts, not for strategy classes. One value a bar of the run's
   * clock, `NaN` where the instrument has none.
   * @example const change = data.close.map((close, bar) => close / (data.close[bar - 1] ?? NaN) - 1);
   */
  export const data: {
    /** Starts of the bars, in milliseconds since 1970-01-01 UTC. */
    readonly time: number[];
    /** The main instrument's. */
    readonly open: number[];
    readonly high: number[];
    readonly low: number[];
    readonly close: number[];
    readonly volume: number[];
    /** The instruments of the run; the first is its main one. */
    readonly symbols: string[];
    /** A column of any instrument; absent: the main one. */
    get(field: PriceField, symbol?: string): number[];
  };

  /** A row of a table: numbers (`NaN` for none), times in milliseconds, texts, true and false. */
  export type Row = Record<string, any>;

  /**
   * Makes a script's target weights the run's decisions: 1 is all equity, negative is short, `null` or
   * `NaN` leaves the target as it is. One weight a bar, for the main instrument or by symbol.
   * @example sim(data.close.map((close, bar) => (close > data.open[bar] ? 1 : 0)), { stopLoss: 0.05 });
   */
  export function sim(
    weights:
      | ArrayLike<number | boolean | null>
      | Readonly<Record<string, ArrayLike<number | boolean | null>>>,
    options?: { stopLoss?: number; takeProfit?: number },
  ): void;

  /**
   * The rows of a table that this run was given (Run settings › Data), or of an instrument's bars, by
   * id, name or symbol.
   * @example const limits = load('risk limits');
   */
  export function load(name: string): Row[];
  /**
   * The rows of the table `trades`; `days` keeps the last ones, counted back from its latest time.
   * @example const lastMonth = loadTrades({ days: 30 });
   */
  export function loadTrades(options?: { days?: number }): Row[];
  /** The rows of the table `balances`. */
  export function loadBalances(): Row[];
  /** The rows of the table `snapshots`; `days` keeps the last ones, counted back from its latest time. */
  export function loadSnapshots(options?: { days?: number }): Row[];
}
