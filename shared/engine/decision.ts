/**
 * What a strategy decides, and all that leaves the sandbox: at the close of clock bar `bar` an order
 * is given, or an earlier one is cancelled or changed. Sizes are what the strategy asked for; the
 * broker turns shares of equity into quantities when it fills, so a decision says the same on every
 * host. Orders are numbered from 1 in the order of their decisions; one with a take-profit or a
 * stop-loss takes three numbers (itself, the take-profit, the stop-loss).
 */
export type Decision = OrderDecision | CancelDecision | ModifyDecision | LinkDecision;

/**
 * Gives an order.
 * - `quantity`: trade this many units, negative to sell.
 * - `target-quantity`: trade to hold exactly this many units, negative for short.
 * - `target-percent`: trade to hold this share of equity, 1 being all of it, negative for short.
 * - `available`: as `target-percent`, of the equity that other positions leave; 1 to buy, -1 to sell.
 */
export interface OrderDecision extends OrderTerms {
  readonly bar: number;
  readonly kind: SizeKind;
  readonly amount: number;
  /** Absent: the run's main instrument. */
  readonly symbol?: string;
  /** Absent: `market`. */
  readonly type?: OrderType;
  readonly tag?: string;
}

/** Prices are per unit; percents are shares, 0.05 being 5%. */
export interface OrderTerms {
  readonly limit?: number;
  readonly stop?: number;
  readonly trailAmount?: number;
  readonly trailPercent?: number;
  /** `day`: for the first session in which it can fill; a number: until this time (milliseconds). */
  readonly goodUntil?: 'day' | number;
  /** Orders that close what this one opened, each cancelling the other; a share counts from the fill. */
  readonly takeProfit?: number;
  readonly takeProfitPercent?: number;
  readonly stopLoss?: number;
  readonly stopLossPercent?: number;
}

export interface CancelDecision {
  readonly bar: number;
  readonly kind: 'cancel';
  readonly order: number;
}

/**
 * Changes the terms that are given; `quantity` is the order's whole size, positive. `takeProfit` and
 * `stopLoss` change the exits of the order, whether they wait already or not.
 */
export interface ModifyDecision extends Pick<
  OrderTerms,
  'limit' | 'stop' | 'trailAmount' | 'trailPercent' | 'takeProfit' | 'stopLoss'
> {
  readonly bar: number;
  readonly kind: 'modify';
  readonly order: number;
  readonly quantity?: number;
}

/** A fill of one of these orders cancels the others. */
export interface LinkDecision {
  readonly bar: number;
  readonly kind: 'one-cancels-other';
  readonly orders: readonly number[];
}

export const sizeKinds = ['quantity', 'target-quantity', 'target-percent', 'available'] as const;
export type SizeKind = (typeof sizeKinds)[number];

export const orderTypes = [
  'market',
  'limit',
  'stop',
  'stop-limit',
  'trailing-stop',
  'market-on-close',
] as const;
export type OrderType = (typeof orderTypes)[number];

/** The terms in the order in which they are hashed. */
export const termNames = [
  'limit',
  'stop',
  'trailAmount',
  'trailPercent',
  'goodUntil',
  'takeProfit',
  'takeProfitPercent',
  'stopLoss',
  'stopLossPercent',
] as const;

export const maximumTagLength = 64;
export const maximumLinkedOrders = 20;

/** One line of text a decision: what the decisions hash is taken of. Numbers are exact. */
export function canonicalDecision(decision: Decision): string {
  const { bar, kind } = decision;
  switch (kind) {
    case 'cancel':
      return `${bar} cancel ${decision.order}\n`;
    case 'one-cancels-other':
      return `${bar} one-cancels-other ${decision.orders.join(' ')}\n`;
    case 'modify': {
      const size = decision.quantity === undefined ? '' : ` quantity=${decision.quantity}`;
      return `${bar} modify ${decision.order}${size}${canonicalTerms(decision)}\n`;
    }
    default: {
      const { amount, symbol, type, tag } = decision;
      const words = [`${bar} ${kind} ${amount}`];
      if (symbol !== undefined) words.push(`symbol=${JSON.stringify(symbol)}`);
      if (type !== undefined) words.push(type);
      const label = tag === undefined ? '' : ` ${JSON.stringify(tag)}`;
      return `${words.join(' ')}${canonicalTerms(decision)}${label}\n`;
    }
  }
}

function canonicalTerms(terms: OrderTerms): string {
  return termNames
    .filter((name) => terms[name] !== undefined)
    .map((name) => ` ${name}=${terms[name]}`)
    .join('');
}
