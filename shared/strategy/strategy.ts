import type { OrderDecision, SizeKind } from '../engine/decision.ts';
import type { Indicator } from '../indicators/indicator.ts';
import { describeValue } from './describe-value.ts';
import { readOrderOptions, type OrderOptions } from './order-options.ts';
import { OrderTicket } from './order-ticket.ts';
import { rebalanceSteps } from './rebalance.ts';
import { currentSession, type ParameterValue, type Session, type StrategyBar } from './session.ts';

type Options = OrderOptions;

/** What every strategy extends. The types an analyst sees, with examples, are in stratbox.d.ts. */
export class Strategy {
  readonly #session: Session = currentSession();
  #tickets: OrderTicket[] = [];

  initialize(): void {}

  /** Called at every close of the run's main instrument. */
  onBar(_bar: StrategyBar): void {}

  /** Called at every close of any instrument, after `onBar`, with the bars that there are now. */
  onBars(_bars: Readonly<Record<string, StrategyBar>>): void {}

  get parameters(): Readonly<Record<string, ParameterValue>> {
    return this.#session.parameters;
  }

  get symbols(): readonly string[] {
    return this.#session.symbols;
  }

  get position(): number {
    return this.#session.desk?.positions[0] ?? 0;
  }

  get cash(): number {
    return this.#session.desk?.cash ?? 0;
  }

  get equity(): number {
    return this.#session.desk?.equity ?? 0;
  }

  get barIndex(): number {
    return this.#session.bar;
  }

  /** The orders of this strategy that still wait, without the exits that they will bring. */
  get orders(): OrderTicket[] {
    this.#tickets = this.#tickets.filter(({ status }) => status === 'working');
    return [...this.#tickets];
  }

  positionOf(symbol: string): number {
    return this.#session.desk?.positions[this.#session.symbolNumber('positionOf', symbol)] ?? 0;
  }

  indicator<Kind extends Indicator>(indicator: Kind, symbol?: string): Kind {
    const { indicators, bar } = this.#session;
    if (typeof (indicator as Partial<Indicator> | undefined)?.update !== 'function') {
      throw new TypeError('this.indicator(…) takes an indicator, for example sma(20)');
    }
    if (bar >= 0) throw new Error('this.indicator(…) belongs in initialize, not in onBar');
    indicators[this.#session.symbolNumber('indicator', symbol)]?.push(indicator);
    return indicator;
  }

  buy(quantity?: number | Options, options?: Options): OrderTicket {
    return this.#trade('buy', 1, quantity, options);
  }

  sell(quantity?: number | Options, options?: Options): OrderTicket {
    return this.#trade('sell', -1, quantity, options);
  }

  close(options?: Options): OrderTicket {
    return this.#order('close', 'target-quantity', 0, options);
  }

  orderTargetPercent(share: number, options?: Options): OrderTicket {
    return this.#order('orderTargetPercent', 'target-percent', share, options);
  }

  orderTargetQuantity(quantity: number, options?: Options): OrderTicket {
    return this.#order('orderTargetQuantity', 'target-quantity', quantity, options);
  }

  rebalance(weights: Readonly<Record<string, number>>, options: Pick<Options, 'tag'> = {}): void {
    for (const { symbol, weight } of rebalanceSteps(this.#session, weights)) {
      this.#order('rebalance', 'target-percent', weight, { ...options, symbol });
    }
  }

  oneCancelsOther(...orders: OrderTicket[]): void {
    const call = this.#session.at('oneCancelsOther');
    if (orders.length < 2 || orders.some((order) => !(order instanceof OrderTicket))) {
      throw new TypeError(`${call}: takes two or more orders, as buy and sell return them`);
    }
    const { bar } = this.#session;
    const numbers = orders.map(({ id }) => id);
    this.#session.decide(call, { bar, kind: 'one-cancels-other', orders: numbers });
  }

  cancelAll(symbol?: string): void {
    for (const order of this.orders) {
      if (symbol === undefined || order.symbol === symbol) order.cancel();
    }
  }

  barAgo(ago: number, symbol?: string): StrategyBar | undefined {
    if (!Number.isInteger(ago) || ago < 0) {
      throw new RangeError(
        `barAgo(${String(ago)}): bars ahead of now cannot be seen; use 0, 1, 2…`,
      );
    }
    const number = this.#session.symbolNumber('barAgo', symbol);
    const row = (this.#session.desk?.rows[number] ?? -1) - ago;
    return row < 0 ? undefined : this.#session.barAt(number, row);
  }

  random(): number {
    return this.#session.random();
  }

  plot(name: string, value: number): void {
    const { bar, plots } = this.#session;
    if (bar < 0) throw new Error('plot: there is no bar yet to plot at; call it in onBar');
    plots.add(name, bar, value);
  }

  #trade(call: string, sign: 1 | -1, first?: number | Options, second?: Options): OrderTicket {
    const bySize = typeof first === 'number' || second !== undefined;
    // Without a quantity an order takes all of the equity that other positions leave.
    if (!bySize && (first === undefined || typeof first === 'object')) {
      return this.#order(call, 'available', sign, first);
    }
    if (typeof first !== 'number' || !Number.isFinite(first) || first <= 0) {
      const where = this.#session.at(call);
      throw new RangeError(`${where}: ${describeValue(first)} is not a finite quantity above 0`);
    }
    return this.#order(call, 'quantity', sign * first, second);
  }

  #order(call: string, kind: SizeKind, amount: number, options?: Options): OrderTicket {
    const session = this.#session;
    if (typeof amount !== 'number' || !Number.isFinite(amount)) {
      throw new RangeError(`${session.at(call)}: ${String(amount)} is not a finite number`);
    }
    const plain = { bar: session.bar, kind, amount };
    const decision = options === undefined ? plain : this.#withOptions(call, plain, options);
    const order = session.decide(call, decision);
    if (order === undefined) throw new Error(`${session.at(call)}: the order was not taken`);
    const ticket = new OrderTicket(order, session);
    if (this.#tickets.push(ticket) % 256 === 0) void this.orders;
    return ticket;
  }

  #withOptions(call: string, plain: OrderDecision, options: Options): OrderDecision {
    const session = this.#session;
    const terms = readOrderOptions(session.at(call), options);
    const number = session.symbolNumber(call, options.symbol);
    const symbol = number === 0 ? {} : { symbol: session.symbols[number] as string };
    return { ...plain, ...symbol, ...terms };
  }
}
