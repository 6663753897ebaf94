/**
 * A filled order or part of one. `bar` is the clock's; `quantity` is signed; `price` includes
 * slippage and half the spread, whose sum in money is `slippage`; money in the instruments' currency.
 */
export interface Fill {
  readonly bar: number;
  readonly decisionBar: number;
  readonly order: number;
  readonly symbol: string;
  readonly quantity: number;
  readonly price: number;
  readonly commission: number;
  readonly slippage: number;
  /** The bar does not tell what came first, and the worse was assumed. */
  readonly assumed?: true;
  readonly tag?: string;
}

export const orderEventReasons = [
  'not-enough-cash',
  'over-leverage',
  'less-than-one-lot',
  'nothing-to-trade',
  'no-next-bar',
  'no-bar',
  'outside-volume',
  'unknown-symbol',
  'unknown-order',
  'too-many-orders',
  'expired',
  'margin-call',
  'cancelled',
] as const;
export type OrderEventReason = (typeof orderEventReasons)[number];

/** Something that kept an order from being filled as it was given, and why. Never silent. */
export interface OrderEvent {
  readonly bar: number;
  readonly decisionBar: number;
  readonly order: number;
  readonly symbol: string;
  readonly reason: OrderEventReason;
  readonly message: string;
}

/**
 * A position lot from entry to exit, matched first in, first out. An open one (`exitBar` null) is
 * valued at the last close. `profit` is after both commissions; `return` is profit over entry value.
 */
export interface Trade {
  readonly symbol: string;
  readonly direction: 'long' | 'short';
  readonly quantity: number;
  readonly entryBar: number;
  readonly entryTime: number;
  readonly entryPrice: number;
  readonly exitBar: number | null;
  readonly exitTime: number | null;
  readonly exitPrice: number;
  readonly commission: number;
  readonly profit: number;
  readonly return: number;
  readonly barsHeld: number;
  /** Its entry or exit rests on an assumption about the order of prices within a bar. */
  readonly assumed?: true;
  readonly tag?: string;
}

/** What a simulation computes. `equity` and `exposure` have one value a clock bar, at its close. */
export interface SimulationResult {
  readonly equity: Float64Array;
  /** Gross value of the positions over equity; negative when more is short than long. */
  readonly exposure: Float64Array;
  readonly fills: readonly Fill[];
  /** Closed trades in the order of their exits, then the open ones. */
  readonly trades: readonly Trade[];
  /** The first `maximumKeptEvents`; `eventCount` counts them all. */
  readonly events: readonly OrderEvent[];
  readonly eventCount: number;
  /** Bars on which a position was valued at an earlier close because its instrument had no bar. */
  readonly staleBars: number;
  /** Interest earned less interest paid, and the fees for borrowed shares, in currency. */
  readonly interest: number;
  readonly borrowFees: number;
  readonly finalCash: number;
  readonly finalPositions: readonly { readonly symbol: string; readonly quantity: number }[];
}

export const maximumKeptEvents = 1000;
