/** Everything about a run's money rules. Every default is written into the result. */
export interface EngineSettings {
  /** Starting cash, in the instruments' currency. */
  readonly initialCash: number;
  readonly commission: Commission;
  readonly slippage: Slippage;
  /** The quoted spread as a share of the price: market and stop orders pay half of it. */
  readonly spreadRate: number;
  /** Market orders decided at a bar's close fill at the next bar's open, or optimistically at this close. */
  readonly fillAt: FillAt;
  /** What happens on the last bar to positions still held. */
  readonly atEnd: AtEnd;
  /** Quantities are rounded down to a multiple of this; 0 allows any fraction. */
  readonly lotSize: number;
  /** The smallest price step, in currency: the unit of slippage in ticks. */
  readonly tickSize: number;
  /** An instrument's fills take at most this share of a bar's volume; 0 sets no cap. */
  readonly volumeCap: number;
  /** Gross value of all positions over equity that an order may lead to: 1 is unlevered. */
  readonly leverage: number;
  /** Below this share of the positions' gross value, equity calls for their liquidation. */
  readonly maintenanceMargin: number;
  /** A year's fee on the value of short positions, as a share. */
  readonly borrowRate: number;
  /** A year's interest earned on cash that is not the proceeds of a short sale, as a share. */
  readonly cashInterestRate: number;
  /** A year's interest paid on borrowed cash, as a share. */
  readonly marginInterestRate: number;
  /** A year's return of what is without risk, as a share. Figures use it; fills do not. */
  readonly riskFreeRate: number;
  /** Where a trading session's day begins and ends, an IANA name such as America/New_York. */
  readonly timeZone: string;
  /** Minutes after local midnight at which a session begins: 0, or 1080 for one that opens at 18:00. */
  readonly sessionStart: number;
  /** Seed of `this.random()`: an integer from 0 to 2^32 - 1. */
  readonly seed: number;
}

export type FillAt = 'next-open' | 'close';
export type AtEnd = 'leave-open' | 'last-open' | 'last-close';

/**
 * - `percent`: `rate` of the traded value.
 * - `per-share`: `perShare` a unit, at least `minimum` an order.
 * - `fixed-plus-percent`: `fixed` an order and `rate` of its value.
 * - `tiered`: each part of the traded value at its own tier's rate, as with tax brackets, so that a
 *   larger order never costs less. `upTo` null ends the table.
 */
export type Commission =
  | { readonly kind: 'percent'; readonly rate: number }
  | { readonly kind: 'per-share'; readonly perShare: number; readonly minimum: number }
  | { readonly kind: 'fixed-plus-percent'; readonly fixed: number; readonly rate: number }
  | { readonly kind: 'tiered'; readonly tiers: readonly CommissionTier[] };

export interface CommissionTier {
  readonly upTo: number | null;
  readonly rate: number;
}

/**
 * How far a market or stop order fills from the price it is based on, always for the worse.
 * - `percent`: `rate` of the price; 0.0005 is 5 basis points.
 * - `ticks`: so many price steps.
 * - `volume-share`: `impact` times the square of the order's share of the bar's volume, as a share of
 *   the price (the model known as VolumeShareSlippage from the Zipline backtester).
 */
export type Slippage =
  | { readonly kind: 'percent'; readonly rate: number }
  | { readonly kind: 'ticks'; readonly ticks: number }
  | { readonly kind: 'volume-share'; readonly impact: number };

export const defaultSettings: EngineSettings = {
  initialCash: 100_000,
  commission: { kind: 'percent', rate: 0.0005 },
  slippage: { kind: 'percent', rate: 0.0005 },
  spreadRate: 0,
  fillAt: 'next-open',
  atEnd: 'leave-open',
  lotSize: 1,
  tickSize: 0.01,
  volumeCap: 0,
  leverage: 1,
  maintenanceMargin: 0.25,
  borrowRate: 0,
  cashInterestRate: 0,
  marginInterestRate: 0,
  riskFreeRate: 0,
  timeZone: 'UTC',
  sessionStart: 0,
  seed: 1,
};
