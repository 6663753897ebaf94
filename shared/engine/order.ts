import type { OrderDecision, OrderTerms, OrderType, SizeKind } from './decision.ts';

export type OrderStatus = 'working' | 'filled' | 'cancelled' | 'expired' | 'rejected';

/** An order while the broker holds it. Numbers that do not apply are NaN. */
export class Order {
  readonly id: number;
  readonly symbol: number;
  readonly decisionBar: number;
  readonly kind: SizeKind;
  readonly type: OrderType;
  /** 1 buys, -1 sells; 0 is found when a market order is sized. */
  readonly side: number;
  readonly goodUntil: number | 'day';
  readonly tag: string | undefined;
  /** The order whose position this one closes; such an order never opens one. */
  closes: Order | undefined;
  /** Given by the engine itself (a liquidation); a strategy cannot cancel it. */
  forced = false;
  /** Terms of the orders that will close what this one opens. */
  exits: OrderTerms | undefined;
  amount: number;
  limit: number;
  stop: number;
  trailAmount: number;
  trailPercent: number;
  status: OrderStatus = 'working';
  /** Units filled so far, signed, their value and the commission paid for them. */
  filled = 0;
  filledValue = 0;
  paid = 0;
  /** A stop-limit order whose stop was reached is a limit order from then on. */
  triggered = false;
  /** The best price a trailing stop has seen since it was given. */
  best = NaN;
  /** The session a day order belongs to: the first in which it could fill. */
  session = NaN;
  /** Orders that a fill of this one cancels; it is one of them itself. */
  group: Order[] | undefined;
  volumeShortageTold = false;
  /** The bar whose volume was used up for this order: it is not tried again in that bar. */
  exhaustedBar = -1;

  constructor(decision: OrderDecision, id: number, symbol: number, side: number) {
    this.id = id;
    this.symbol = symbol;
    this.side = side;
    this.decisionBar = decision.bar;
    this.kind = decision.kind;
    this.amount = decision.amount;
    this.type = decision.type ?? 'market';
    this.limit = decision.limit ?? NaN;
    this.stop = decision.stop ?? NaN;
    this.trailAmount = decision.trailAmount ?? NaN;
    this.trailPercent = decision.trailPercent ?? NaN;
    this.goodUntil = decision.goodUntil ?? Infinity;
    this.tag = decision.tag;
  }

  /** True while it waits and has a chance to fill in clock bar `bar`. */
  isDue(bar: number): boolean {
    return this.status === 'working' && this.exhaustedBar !== bar;
  }

  get isStop(): boolean {
    return this.type === 'stop' || this.type === 'trailing-stop' || this.type === 'stop-limit';
  }

  /** True for orders that never fill at a worse price than their limit, so without slippage. */
  get isPriced(): boolean {
    return this.type === 'limit' || this.type === 'stop-limit';
  }

  /** Where a stop or trailing stop stands now. */
  get level(): number {
    if (this.type !== 'trailing-stop') return this.stop;
    const distance = Number.isNaN(this.trailAmount)
      ? this.best * this.trailPercent
      : this.trailAmount;
    return this.best + this.side * distance;
  }
}
