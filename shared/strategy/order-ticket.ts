import type { ModifyDecision } from '../engine/decision.ts';
import type { Order, OrderStatus } from '../engine/order.ts';
import type { Session } from './session.ts';

export type OrderChanges = Omit<ModifyDecision, 'bar' | 'kind' | 'order'>;

const changeable = [
  'quantity',
  'limit',
  'stop',
  'trailAmount',
  'trailPercent',
  'takeProfit',
  'stopLoss',
] as const;

/** A strategy's handle on an order that it gave. */
export class OrderTicket {
  readonly #order: Order;
  readonly #session: Session;

  constructor(order: Order, session: Session) {
    this.#order = order;
    this.#session = session;
  }

  get id(): number {
    return this.#order.id;
  }

  get symbol(): string {
    return this.#session.symbols[this.#order.symbol] as string;
  }

  get status(): OrderStatus {
    return this.#order.status;
  }

  /** Units filled so far, negative when sold. */
  get filledQuantity(): number {
    return this.#order.filled;
  }

  /** Average price of what was filled; NaN before the first fill. */
  get averagePrice(): number {
    return this.#order.filledValue / this.#order.filled;
  }

  get tag(): string | undefined {
    return this.#order.tag;
  }

  /** Cancels the order while it waits; nothing happens to one that is done. */
  cancel(): void {
    if (this.status !== 'working') return;
    const { bar } = this.#session;
    this.#session.decide('cancel', { bar, kind: 'cancel', order: this.id });
  }

  /**
   * Changes a waiting order's quantity or prices, or the exits of one that is filled.
   * @throws {RangeError} that names what is wrong.
   */
  modify(changes: OrderChanges): void {
    const { bar } = this.#session;
    const call = this.#session.at(`modify of order ${this.id}`);
    const given: Record<string, number> = {};
    for (const [name, value] of Object.entries(changes ?? {})) {
      if (!changeable.includes(name as (typeof changeable)[number])) {
        throw new RangeError(`${call}: "${name}" cannot be changed; ${changeable.join(', ')} can`);
      }
      if (typeof value !== 'number' || !Number.isFinite(value) || value <= 0) {
        throw new RangeError(`${call}: ${name} is ${String(value)}; it must be a number above 0`);
      }
      given[name] = value;
    }
    this.#session.decide(call, { bar, kind: 'modify', order: this.id, ...given });
  }
}
