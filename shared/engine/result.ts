/** A filled order. `quantity` is signed; `price` includes slippage; money in the instrument's currency. */
export interface Fill {
  readonly bar: number;
  readonly decisionBar: number;
  readonly quantity: number;
  readonly price: number;
  readonly commission: number;
  readonly slippage: number;
  readonly tag?: string;
}

/** An order that was not filled, and why. Never silent. */
export interface Rejection {
  readonly bar: number;
  readonly decisionBar: number;
  readonly reason: 'not-enough-cash' | 'less-than-one-lot' | 'no-next-bar';
  readonly message: string;
}

/**
 * A position lot from entry to exit, matched first in, first out. An open one (`exitBar` null) is
 * valued at the last close. `profit` is after both commissions; `return` is profit over entry value.
 */
export interface Trade {
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
  readonly tag?: string;
}

/** What a simulation computes. `equity` and `exposure` have one value a bar, at its close. */
export interface SimulationResult {
  readonly equity: Float64Array;
  /** Signed value of the position over equity. */
  readonly exposure: Float64Array;
  readonly fills: readonly Fill[];
  readonly trades: readonly Trade[];
  readonly rejections: readonly Rejection[];
  readonly finalCash: number;
  readonly finalPosition: number;
}
