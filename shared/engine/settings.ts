/** Everything about a run's money rules. Every default is written into the result. */
export interface EngineSettings {
  /** Starting cash, in the instrument's currency. */
  readonly initialCash: number;
  /** Commission as a share of the traded value: 0.0005 is 5 basis points. */
  readonly commissionRate: number;
  /** How far every fill is worse than the price it is based on, as a share: 0.0005 is 5 basis points. */
  readonly slippageRate: number;
  /** Orders decided at a bar's close fill at the next bar's open, or optimistically at this close. */
  readonly fillAt: FillAt;
  /** Orders sized by share of equity are rounded down to a multiple of this; 0 allows any fraction. */
  readonly lotSize: number;
  /** Seed of `this.random()`: an integer from 0 to 2^32 - 1. */
  readonly seed: number;
}

export type FillAt = 'next-open' | 'close';

export const defaultSettings: EngineSettings = {
  initialCash: 100_000,
  commissionRate: 0.0005,
  slippageRate: 0.0005,
  fillAt: 'next-open',
  lotSize: 1,
  seed: 1,
};
