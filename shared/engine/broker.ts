import type { Decision } from './decision.ts';
import type { Fill, Rejection } from './result.ts';
import type { EngineSettings } from './settings.ts';
import { targetPosition } from './sizing.ts';
import type { TradeLedger } from './trades.ts';

/** A short may be worth this much more than equity through rounding alone. */
const shortTolerance = 1 + 1e-9;

/** Holds cash and position, and turns decisions into fills or rejections. */
export class Broker {
  cash: number;
  position = 0;
  readonly fills: Fill[] = [];
  readonly rejections: Rejection[] = [];
  readonly #settings: EngineSettings;
  readonly #ledger: TradeLedger;

  constructor(settings: EngineSettings, ledger: TradeLedger) {
    this.cash = settings.initialCash;
    this.#settings = settings;
    this.#ledger = ledger;
  }

  /** Executes a decision at `bar` around `basePrice`, the bar's open or close. */
  execute(decision: Decision, bar: number, basePrice: number): void {
    const quantity = this.#quantityFor(decision, basePrice);
    if (quantity === 0) {
      if (this.#wantsMore(decision)) {
        this.#reject(decision, bar, 'less-than-one-lot', 'the cash does not buy one lot');
      }
      return;
    }
    const price = this.#fillPrice(quantity, basePrice);
    const affordable = this.#affordable(decision, quantity, price);
    if (affordable === 0) {
      const units = Math.abs(quantity);
      this.#reject(
        decision,
        bar,
        'not-enough-cash',
        `${units} units at ${price} exceed the account's equity`,
      );
      return;
    }
    this.#fill(decision, bar, affordable, price, basePrice);
  }

  rejectAfterLastBar(decision: Decision): void {
    this.#reject(decision, decision.bar, 'no-next-bar', 'the data ends before the next open');
  }

  #quantityFor({ kind, amount }: Decision, basePrice: number): number {
    if (kind === 'quantity') return amount;
    if (kind === 'target-quantity') return amount - this.position;
    if (amount === 0) return -this.position;
    const { cash, position } = this;
    const buyPrice = this.#fillPrice(1, basePrice);
    const bought = targetPosition(amount, 1, buyPrice, cash, position, this.#settings);
    if (bought > position) return bought - position;
    const sellPrice = this.#fillPrice(-1, basePrice);
    const sold = targetPosition(amount, -1, sellPrice, cash, position, this.#settings);
    return sold < position ? sold - position : 0;
  }

  #fillPrice(quantity: number, basePrice: number): number {
    const { slippageRate } = this.#settings;
    return quantity > 0 ? basePrice * (1 + slippageRate) : basePrice * (1 - slippageRate);
  }

  /** The quantity itself if the account carries it, slightly less for a fraction, 0 if it does not. */
  #affordable(decision: Decision, quantity: number, price: number): number {
    const reduces =
      Math.abs(this.position + quantity) <= Math.abs(this.position) &&
      (this.position + quantity) * this.position >= 0;
    if (reduces || this.#carries(quantity, price)) return quantity;
    if (decision.kind !== 'target-percent' || Math.abs(decision.amount) > 1) return 0;
    // Sized to the last bit of the cash, so only rounding can be in the way: give up those bits.
    if (this.#settings.lotSize > 0) {
      const oneLotLess = quantity - Math.sign(quantity) * this.#settings.lotSize;
      return this.#carries(oneLotLess, price) ? oneLotLess : 0;
    }
    const slightlyLess = quantity * (1 - 2 ** -40);
    return this.#carries(slightlyLess, price) ? slightlyLess : 0;
  }

  /** Unlevered: longs are paid in cash; a short is worth at most the equity behind it. */
  #carries(quantity: number, price: number): boolean {
    const commission = Math.abs(quantity) * price * this.#settings.commissionRate;
    const cash = this.cash - quantity * price - commission;
    const position = this.position + quantity;
    if (position >= 0) return cash >= 0;
    return -position * price <= (cash + position * price) * shortTolerance;
  }

  #wantsMore({ kind, amount }: Decision): boolean {
    return kind === 'target-percent' && amount !== 0 && this.position === 0;
  }

  #fill(decision: Decision, bar: number, quantity: number, price: number, basePrice: number): void {
    const commission = Math.abs(quantity) * price * this.#settings.commissionRate;
    this.cash -= quantity * price + commission;
    this.position += quantity;
    const tag = decision.tag === undefined ? {} : { tag: decision.tag };
    this.fills.push({
      bar,
      decisionBar: decision.bar,
      quantity,
      price,
      commission,
      slippage: Math.abs(quantity * (price - basePrice)),
      ...tag,
    });
    this.#ledger.book(bar, quantity, price, commission, this.position === 0, decision.tag);
  }

  #reject(
    { bar: decisionBar }: Decision,
    bar: number,
    reason: Rejection['reason'],
    why: string,
  ): void {
    const message = `The order decided on bar ${decisionBar} was not filled: ${why}.`;
    this.rejections.push({ bar, decisionBar, reason, message });
  }
}
