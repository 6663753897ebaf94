declare module 'stratbox' {
  /** One bar of market data. Every bar you are given is your own copy. */
  export interface Bar {
    /** Position in the data, from 0. */
    readonly index: number;
    /** Start of the bar, in milliseconds since 1970-01-01 UTC: `new Date(bar.time)`. */
    readonly time: number;
    readonly open: number;
    readonly high: number;
    readonly low: number;
    readonly close: number;
    readonly volume: number;
  }

  /** A value that follows the bars. `NaN` until it has seen enough of them. */
  export interface Indicator {
    /** The value at the current bar. */
    readonly value: number;
    /** The value one bar earlier. */
    readonly previous: number;
  }

  export interface OrderOptions {
    /** A note of at most 64 characters that stays with the order and its trade. */
    tag?: string;
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
    /** Units held now; negative when short. */
    readonly position: number;
    /** Cash in the account. */
    readonly cash: number;
    /** Cash plus the position at this bar's close. */
    readonly equity: number;
    /** Position of the current bar in the data, from 0. */
    readonly barIndex: number;

    /** Called once before the first bar. Create indicators here. */
    initialize(): void;
    /** Called at every bar's close. Decide here. */
    onBar(bar: Bar): void;

    /**
     * Keeps an indicator up to date at every bar.
     * @example this.fast = this.indicator(sma(10));
     */
    indicator<Kind extends Indicator>(indicator: Kind): Kind;

    /** Buys this many units. */
    buy(quantity: number, options?: OrderOptions): void;
    /** Sells this many units; more than you hold opens a short position. */
    sell(quantity: number, options?: OrderOptions): void;
    /** Closes the whole position. */
    close(options?: OrderOptions): void;
    /**
     * Trades to hold this share of equity: 1 is all of it, 0 none, -1 fully short. Sized when it
     * fills, with costs, rounded down to the lot.
     */
    orderTargetPercent(share: number, options?: OrderOptions): void;
    /** Trades to hold exactly this many units; negative for short. */
    orderTargetQuantity(quantity: number, options?: OrderOptions): void;

    /** A copy of the bar `ago` bars back; 0 is the current one. `undefined` before the data begins. */
    barAgo(ago: number): Bar | undefined;
    /** A random number in [0, 1) from the run's seed: the same on every run, unlike Math.random(). */
    random(): number;
  }

  /** Simple moving average over `period` bars. */
  export function sma(period: number, source?: PriceField): Indicator;
  /** Exponential moving average, seeded with the simple average of the first `period` bars. */
  export function ema(period: number, source?: PriceField): Indicator;
  /** Relative strength index (Wilder), 0 to 100. */
  export function rsi(period: number): Indicator;
  /** Average true range (Wilder), in price units. */
  export function atr(period: number): Indicator;
  /** Highest value of the last `period` bars, the current one included. */
  export function highest(period: number, source?: PriceField): Indicator;
  /** Lowest value of the last `period` bars, the current one included. */
  export function lowest(period: number, source?: PriceField): Indicator;

  /** True on the bar where `a` goes from at or below `b` to above it. */
  export function crossesAbove(a: Indicator | number, b: Indicator | number): boolean;
  /** True on the bar where `a` goes from at or above `b` to below it. */
  export function crossesBelow(a: Indicator | number, b: Indicator | number): boolean;
}
