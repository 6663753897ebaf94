import type { Account } from './account.ts';
import { commissionOf } from './costs.ts';
import type { MarketCursor } from './cursor.ts';
import type { EventLog } from './event-log.ts';
import type { Order } from './order.ts';
import type { Fill } from './result.ts';
import type { EngineSettings } from './settings.ts';
import { fillPrice, largestCarried, roundToLot, wantedQuantity, type FillPlace } from './sizing.ts';
import type { TradeLedger } from './trades.ts';

/** What parts of fractional units add up to may miss the whole by rounding. */
const dustShare = 1e-9;

/** An order by share of equity that is cut by more than this by what the account carries is told. */
const toldCut = 0.02;

type Writable<Shape> = { -readonly [Name in keyof Shape]: Shape[Name] };

/** Turns an order that met a price into a fill, whole or in part, or into an event that says why not. */
export class Execution {
  fills: Fill[] = [];
  readonly #account: Account;
  readonly #ledger: TradeLedger;
  readonly #events: EventLog;
  readonly #settings: EngineSettings;
  /** Units each instrument's fills have taken of its bar's volume. */
  readonly #volumeUsed: Float64Array;
  #volumeBar = -1;

  constructor(account: Account, ledger: TradeLedger, events: EventLog, settings: EngineSettings) {
    this.#account = account;
    this.#ledger = ledger;
    this.#events = events;
    this.#settings = settings;
    this.#volumeUsed = new Float64Array(account.positions.length);
  }

  /** True if an order at this price would only make its position smaller. */
  reduces(order: Order, basePrice: number, cursor: MarketCursor): boolean {
    const held = this.#account.positions[order.symbol] as number;
    const volume = cursor.barsOf(order.symbol).volume[
      cursor.rows[order.symbol] as number
    ] as number;
    const place = { basePrice, exact: false, volume };
    const wanted = wantedQuantity(order, this.#account, place, this.#settings);
    return held * wanted < 0 && Math.abs(wanted) <= Math.abs(held);
  }

  /** Returns the units filled, signed. The order's status says what became of it. */
  execute(
    order: Order,
    basePrice: number,
    cursor: MarketCursor,
    bar: number,
    assumed: boolean,
  ): number {
    const { symbol } = order;
    const volume = cursor.barsOf(symbol).volume[cursor.rows[symbol] as number] as number;
    const place = { basePrice, exact: order.isPriced, volume };
    const wanted = wantedQuantity(order, this.#account, place, this.#settings);
    if (wanted === 0 || (order.side !== 0 && Math.sign(wanted) !== order.side)) {
      this.#endUnwanted(order, wanted, bar);
      return 0;
    }
    const allowed = this.#withinVolume(order, wanted, volume, bar);
    if (allowed !== wanted) order.exhaustedBar = bar;
    if (allowed === 0) return 0;
    const carried = this.#withinMeans(order, allowed, place, bar);
    if (carried === 0) return 0;
    const quantity = withoutDust(carried, this.#account.positions[symbol] as number);
    this.#fill(order, quantity, place, cursor.time, bar, assumed);
    // What a volume cap left over is worked on at the next bars.
    if (Math.abs(wanted - allowed) <= Math.abs(wanted) * dustShare) order.status = 'filled';
    return quantity;
  }

  #endUnwanted(order: Order, wanted: number, bar: number): void {
    const { kind, amount, symbol } = order;
    const flat = this.#account.positions[symbol] === 0;
    order.status = order.filled === 0 ? 'rejected' : 'filled';
    if (order.filled !== 0) return;
    if (wanted !== 0) {
      const why = 'was not filled: the position has passed its target meanwhile';
      this.#events.tell(order, bar, 'nothing-to-trade', why);
    } else if (kind === 'quantity' || (amount !== 0 && flat)) {
      const why = 'was not filled: it does not come to one lot';
      this.#events.tell(order, bar, 'less-than-one-lot', why);
    } else if (kind === 'available') {
      const why = 'was not filled: all available equity is in the position already';
      this.#events.tell(order, bar, 'nothing-to-trade', why);
    } else order.status = 'filled';
  }

  #withinVolume(order: Order, wanted: number, volume: number, bar: number): number {
    const { volumeCap, lotSize } = this.#settings;
    if (volumeCap === 0) return wanted;
    if (bar !== this.#volumeBar) this.#volumeUsed.fill(0);
    this.#volumeBar = bar;
    const cap = volumeCap * volume;
    const left = cap - (this.#volumeUsed[order.symbol] as number);
    // What rounding leaves of a used volume is none.
    const most = left > cap * dustShare ? roundToLot(left, lotSize) : 0;
    if (Math.abs(wanted) <= most) return wanted;
    if (!order.volumeShortageTold) {
      order.volumeShortageTold = true;
      const share = `${volumeCap * 100}% of a bar's volume`;
      const why = `wants ${inWords(wanted)} units, more than ${share}; what is left waits for the next bars`;
      this.#events.tell(order, bar, 'outside-volume', why);
    }
    return Math.sign(wanted) * most;
  }

  #withinMeans(order: Order, quantity: number, place: FillPlace, bar: number): number {
    const { leverage, lotSize } = this.#settings;
    const sharesEquity = order.kind === 'target-percent' || order.kind === 'available';
    if (sharesEquity && Math.abs(order.amount) > leverage) {
      const why = `was not filled: ${order.amount * 100}% of equity is more than a leverage of ${leverage} allows`;
      return this.#reject(order, bar, 'over-leverage', why);
    }
    const carries = (units: number) => {
      const price = fillPrice(place, units, this.#settings);
      return this.#account.carries(
        order.symbol,
        units,
        price,
        this.#commission(order, units, price),
      );
    };
    if (carries(quantity)) return quantity;
    const price = fillPrice(place, quantity, this.#settings);
    const attempt = `${inWords(quantity)} units at ${inWords(price)}`;
    const carried = sharesEquity ? largestCarried(quantity, lotSize, carries) : 0;
    if (carried === 0) {
      const why = `was not filled: ${attempt} exceed what the account can pay or carry`;
      return this.#reject(order, bar, 'not-enough-cash', why);
    }
    if (Math.abs(carried) < Math.abs(quantity) * (1 - toldCut)) {
      const why = `was cut to ${inWords(carried)} units: ${attempt} exceed what the account can pay or carry`;
      this.#events.tell(order, bar, 'not-enough-cash', why);
    }
    return carried;
  }

  #reject(order: Order, bar: number, reason: 'over-leverage' | 'not-enough-cash', why: string): 0 {
    order.status = 'rejected';
    this.#events.tell(order, bar, reason, why);
    return 0;
  }

  #commission(order: Order, quantity: number, price: number): number {
    const earlier = {
      quantity: Math.abs(order.filled),
      value: Math.abs(order.filledValue),
      paid: order.paid,
    };
    return commissionOf(this.#settings.commission, quantity, price, earlier);
  }

  #fill(
    order: Order,
    quantity: number,
    place: FillPlace,
    time: number,
    bar: number,
    assumed: boolean,
  ): void {
    const account = this.#account;
    const { symbol, tag } = order;
    const price = fillPrice(place, quantity, this.#settings);
    const commission = this.#commission(order, quantity, price);
    account.cash -= quantity * price + commission;
    account.positions[symbol] = (account.positions[symbol] as number) + quantity;
    order.filled += quantity;
    order.filledValue += quantity * price;
    order.paid += commission;
    this.#volumeUsed[symbol] = (this.#volumeUsed[symbol] as number) + Math.abs(quantity);
    const fill: Writable<Fill> = {
      bar,
      decisionBar: order.decisionBar,
      order: order.id,
      symbol: this.#ledger.symbols[symbol] as string,
      quantity,
      price,
      commission,
      slippage: Math.abs(quantity * (price - place.basePrice)),
    };
    if (assumed) fill.assumed = true;
    if (tag !== undefined) fill.tag = tag;
    this.fills.push(fill);
    const flat = account.positions[symbol] === 0;
    this.#ledger.book(symbol, fill, time, flat);
  }
}

/** A fill that leaves only rounding of a position closes it: nobody trades a billionth of a unit. */
function withoutDust(quantity: number, held: number): number {
  return Math.abs(held + quantity) <= Math.abs(held) * dustShare ? -held : quantity;
}

/** A size or price without its sign, with as many digits as a person reads. */
function inWords(value: number): string {
  return String(Number(Math.abs(value).toPrecision(8)));
}
