import type { Account } from './account.ts';
import type { MarketCursor } from './cursor.ts';
import type {
  CancelDecision,
  Decision,
  LinkDecision,
  ModifyDecision,
  OrderDecision,
  OrderTerms,
} from './decision.ts';
import type { EventLog } from './event-log.ts';
import { createExits } from './exits.ts';
import { Order } from './order.ts';
import { hasExits } from './order-terms.ts';
import type { Fill } from './result.ts';

/** More than any strategy needs, and few enough to look at on every bar. */
export const maximumWorkingOrders = 1000;

/** The orders that wait, in the order in which they were given; decisions change it. */
export class OrderBook {
  readonly working: Order[] = [];
  /** An order came, went or changed since the broker last looked at all of them. */
  changed = true;
  readonly #account: Account;
  readonly #events: EventLog;
  #lastNumber = 0;

  constructor(account: Account, events: EventLog) {
    this.#account = account;
    this.#events = events;
  }

  /** Carries a decision out. Returns the order that it gave, if it gave one. */
  take(decision: Decision, cursor: MarketCursor): Order | undefined {
    this.changed = true;
    switch (decision.kind) {
      case 'cancel':
        this.#cancel(decision);
        return undefined;
      case 'modify':
        this.#modify(decision);
        return undefined;
      case 'one-cancels-other':
        this.#link(decision);
        return undefined;
      default:
        return this.#give(decision, cursor);
    }
  }

  /** Adds an order of the engine's own, such as a liquidation. */
  add(decision: OrderDecision, symbol: number): Order {
    const side = Math.sign(-(this.#account.positions[symbol] as number));
    const order = new Order(decision, this.#nextNumber(), symbol, side);
    order.forced = true;
    this.changed = true;
    this.working.push(order);
    return order;
  }

  /** Sets up, or enlarges after a further fill, the orders that close what `entry` opened. */
  addExits(entry: Order, fill: Fill): void {
    const earlier = this.working.filter(
      ({ closes, status }) => closes === entry && status === 'working',
    );
    if (earlier.length === 0) this.working.push(...createExits(entry, fill));
    for (const exit of earlier) exit.amount -= fill.quantity;
  }

  /** A fill of one order ends the others of its group. An exit filled in part leaves them the rest. */
  endGroup(order: Order, quantity: number): void {
    const leavesRest = order.closes !== undefined && order.status === 'working';
    for (const other of order.group ?? []) {
      if (other === order || other.status !== 'working') continue;
      if (leavesRest && other.closes === order.closes) other.amount -= quantity;
      else other.status = 'cancelled';
    }
  }

  /** Exits whose position is gone, or has turned, have nothing left to close. */
  endIdleExits(symbol: number): void {
    const held = this.#account.positions[symbol] as number;
    for (const order of this.working) {
      if (order.closes !== undefined && order.symbol === symbol && held * order.side >= 0) {
        if (order.status === 'working') order.status = 'cancelled';
      }
    }
  }

  sweep(): void {
    this.changed = true;
    const { working } = this;
    let kept = 0;
    for (let index = 0; index < working.length; index += 1) {
      const order = working[index] as Order;
      if (order.status !== 'working') continue;
      working[kept] = order;
      kept += 1;
    }
    // By pop: setting an array's length takes V8 longer than the rest of a market order's life.
    while (working.length > kept) working.pop();
  }

  #give(decision: OrderDecision, cursor: MarketCursor): Order {
    const symbol = decision.symbol === undefined ? 0 : cursor.symbols.indexOf(decision.symbol);
    const side = this.#sideOf(decision, Math.max(0, symbol));
    const order = new Order(decision, this.#nextNumber(), symbol, side);
    if (hasExits(decision)) {
      order.exits = decision;
      this.#lastNumber += 2;
    }
    if (this.working.length >= maximumWorkingOrders) {
      order.status = 'rejected';
      const why = `was not taken: ${maximumWorkingOrders} orders wait already`;
      this.#events.tell(order, decision.bar, 'too-many-orders', why);
      return order;
    }
    if (symbol < 0) {
      order.status = 'rejected';
      const why = `names ${String(decision.symbol)}, which is not part of this run`;
      this.#events.tell(order, decision.bar, 'unknown-symbol', why);
      return order;
    }
    if (side === 0 && order.type !== 'market' && order.type !== 'market-on-close') {
      order.status = 'rejected';
      const why = 'was not taken: its target is held already, so it has no side to wait on';
      this.#events.tell(order, decision.bar, 'nothing-to-trade', why);
      return order;
    }
    // An instrument that had no bar yet has no price to trail from: its mark is 0.
    if (order.type === 'trailing-stop') order.best = this.#account.marks[symbol] || NaN;
    this.working.push(order);
    return order;
  }

  /** A priced order by target needs a side before it is sized: the one that the target asks for now. */
  #sideOf({ kind, amount, type }: OrderDecision, symbol: number): number {
    if (kind === 'quantity' || kind === 'available') return Math.sign(amount);
    if (type === undefined || type === 'market' || type === 'market-on-close') return 0;
    const held = this.#account.positions[symbol] as number;
    if (kind === 'target-quantity') return Math.sign(amount - held);
    const equity = this.#account.value();
    const heldShare = (held * (this.#account.marks[symbol] as number)) / equity;
    return Math.sign(amount - heldShare);
  }

  #cancel(decision: CancelDecision): void {
    const order = this.#find(decision);
    if (order === undefined) return;
    order.status = 'cancelled';
    this.sweep();
  }

  #modify(decision: ModifyDecision): void {
    const exits = this.#modifyExits(decision);
    const order = this.working.find(({ id }) => id === decision.order);
    if (order === undefined) {
      if (!exits) this.#find(decision);
      return;
    }
    if (order.forced) return;
    const { limit, stop, trailAmount, trailPercent, quantity } = decision;
    if (limit !== undefined && !Number.isNaN(order.limit)) order.limit = limit;
    if (stop !== undefined && !Number.isNaN(order.stop)) order.stop = stop;
    if (order.type === 'trailing-stop' && (trailAmount ?? trailPercent) !== undefined) {
      order.trailAmount = trailAmount ?? NaN;
      order.trailPercent = trailPercent ?? NaN;
    }
    if (quantity !== undefined && order.kind === 'quantity') order.amount = order.side * quantity;
  }

  /** True if an order's exits, waiting or to come, were there to be changed. */
  #modifyExits({ order, takeProfit, stopLoss }: ModifyDecision): boolean {
    if (takeProfit === undefined && stopLoss === undefined) return false;
    let found = false;
    for (const waiting of this.working) {
      if (waiting.closes?.id === order) {
        found = true;
        if (waiting.isStop) waiting.stop = stopLoss ?? waiting.stop;
        else waiting.limit = takeProfit ?? waiting.limit;
      } else if (waiting.id === order && waiting.exits !== undefined) {
        found = true;
        waiting.exits = changedExits(waiting.exits, takeProfit, stopLoss);
      }
    }
    return found;
  }

  #link(decision: LinkDecision): void {
    const orders = decision.orders.map((order) => this.#find({ ...decision, order }));
    const group = orders.filter((order) => order !== undefined);
    for (const order of group) order.group = group;
  }

  #find({ bar, order, kind }: { bar: number; order: number; kind: string }): Order | undefined {
    const found = this.working.find(
      ({ id, status, forced }) => id === order && status === 'working' && !forced,
    );
    if (found === undefined) {
      this.#events.add({
        bar,
        decisionBar: bar,
        order,
        symbol: '',
        reason: 'unknown-order',
        message: `The decision on bar ${bar} to ${kind} order ${order} found no such order waiting.`,
      });
    }
    return found;
  }

  #nextNumber(): number {
    this.#lastNumber += 1;
    return this.#lastNumber;
  }
}

function changedExits(exits: OrderTerms, takeProfit?: number, stopLoss?: number): OrderTerms {
  const { takeProfitPercent, stopLossPercent, ...rest } = exits;
  const profit = takeProfit ?? exits.takeProfit;
  const loss = stopLoss ?? exits.stopLoss;
  return {
    ...rest,
    ...(profit === undefined
      ? given('takeProfitPercent', takeProfitPercent)
      : { takeProfit: profit }),
    ...(loss === undefined ? given('stopLossPercent', stopLossPercent) : { stopLoss: loss }),
  };
}

function given(name: keyof OrderTerms, value: number | undefined): OrderTerms {
  return value === undefined ? {} : { [name]: value };
}
