import type { Bars } from '../bars/bars.ts';
import type { Market } from '../bars/market.ts';
import type { Decision } from '../engine/decision.ts';
import type { Order } from '../engine/order.ts';
import { createRandom } from '../engine/random.ts';
import type { OrderDesk } from '../engine/simulate.ts';
import type { Bar, Indicator } from '../indicators/indicator.ts';
import { BarView } from './bar-view.ts';
import { describeValue } from './describe-value.ts';
import { Plots } from './plots.ts';

export type ParameterValue = number | string | boolean;

/** A bar as strategies see it, with its instrument. */
export interface StrategyBar extends Bar {
  readonly symbol: string;
}

/**
 * What a running strategy may reach: the bars up to the current one and the order desk. The columns
 * stay in private fields and are read by element only, which nothing a strategy patches can
 * intercept; so the future cannot be had by asking.
 */
export class Session {
  readonly parameters: Readonly<Record<string, ParameterValue>>;
  readonly symbols: readonly string[];
  readonly random: () => number;
  /** The indicators that follow each instrument, in the market's order. */
  readonly indicators: Indicator[][];
  readonly plots: Plots;
  desk: OrderDesk | undefined;
  /** The clock's bar; -1 before the first. */
  bar = -1;
  readonly #bars: readonly Bars[];
  readonly #onDecision: (decision: Decision) => void;

  constructor(
    market: Market,
    parameters: Record<string, ParameterValue>,
    seed: number,
    onDecision: (decision: Decision) => void,
  ) {
    this.#bars = market.instruments.map(({ bars }) => bars);
    this.#onDecision = onDecision;
    this.symbols = Object.freeze(this.#bars.map(({ symbol }) => symbol));
    this.indicators = this.symbols.map(() => []);
    this.parameters = Object.freeze({ ...parameters });
    this.random = createRandom(seed);
    this.plots = new Plots(market.time.length);
  }

  /** A copy of an instrument's bar at `row`, which is never later than its latest one. */
  barAt(symbol: number, row: number): StrategyBar {
    const bars = this.#bars[symbol] as Bars;
    return {
      symbol: bars.symbol,
      index: row,
      time: bars.time[row] as number,
      open: bars.open[row] as number,
      high: bars.high[row] as number,
      low: bars.low[row] as number,
      close: bars.close[row] as number,
      volume: bars.volume[row] as number,
    };
  }

  /** One bar for the whole run: the main instrument's, at the row where the desk stands. */
  viewAt({ rows }: OrderDesk): BarView {
    return new BarView(this.#bars[0] as Bars, rows);
  }

  /** The number of an instrument. @throws {RangeError} that names the call, the bar and the choice. */
  symbolNumber(call: string, symbol: unknown): number {
    if (symbol === undefined) return 0;
    const number = this.symbols.indexOf(symbol as string);
    if (number >= 0) return number;
    const known = this.symbols.join(', ');
    throw new RangeError(
      `${this.at(call)}: there is no "${describeValue(symbol)}" in this run (${known})`,
    );
  }

  /** Sends a decision out and carries it out in the account that the strategy sees. */
  decide(call: string, decision: Decision): Order | undefined {
    if (this.desk === undefined) throw new Error(`${call}: orders can be given in onBar only`);
    this.#onDecision(decision);
    return this.desk.place(decision);
  }

  at(call: string): string {
    return this.bar < 0 ? call : `${call} on bar ${this.bar}`;
  }
}

let opening: Session | undefined;

/** Makes `session` the one that the next constructed strategy belongs to. */
export function openSession<Result>(session: Session, construct: () => Result): Result {
  opening = session;
  try {
    return construct();
  } finally {
    opening = undefined;
  }
}

export function currentSession(): Session {
  if (opening === undefined) throw new Error('A strategy is constructed by Stratbox only');
  return opening;
}
