import type { Order } from './order.ts';
import { maximumKeptEvents, type OrderEvent, type OrderEventReason } from './result.ts';

/** Keeps the first events of a run and counts the rest: a strategy may cause one at every bar. */
export class EventLog {
  kept: OrderEvent[] = [];
  count = 0;
  readonly #symbols: readonly string[];

  constructor(symbols: readonly string[]) {
    this.#symbols = symbols;
  }

  /** `why` completes the sentence "Order 3 (buy SPX, decided on bar 7) …". */
  tell(order: Order, bar: number, reason: OrderEventReason, why: string): void {
    if (this.kept.length >= maximumKeptEvents) {
      this.count += 1;
      return;
    }
    const symbol = this.#symbols[order.symbol] ?? '';
    const side = order.side === 0 ? 'trade' : order.side > 0 ? 'buy' : 'sell';
    const { decisionBar, id } = order;
    const subject = `Order ${id} (${side} ${symbol}, decided on bar ${decisionBar})`;
    this.add({ bar, decisionBar, order: id, symbol, reason, message: `${subject} ${why}.` });
  }

  add(event: OrderEvent): void {
    this.count += 1;
    if (this.kept.length < maximumKeptEvents) this.kept.push(event);
  }
}
