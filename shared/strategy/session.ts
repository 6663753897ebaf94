import type { Bars } from '../bars/bars.ts';
import type { Decision, DecisionKind } from '../engine/decision.ts';
import { createRandom } from '../engine/random.ts';
import type { OrderDesk } from '../engine/simulate.ts';
import type { Bar, Indicator } from '../indicators/indicator.ts';

export type ParameterValue = number | string | boolean;

/**
 * What a running strategy may reach: the bars up to the current one and the order desk. The columns
 * stay in private fields and are read by element only, which nothing a strategy patches can
 * intercept; so the future cannot be had by asking.
 */
export class Session {
  readonly parameters: Readonly<Record<string, ParameterValue>>;
  readonly random: () => number;
  readonly indicators: Indicator[] = [];
  desk: OrderDesk | undefined;
  bar = -1;
  readonly #bars: Bars;
  readonly #onDecision: (decision: Decision) => void;

  constructor(
    bars: Bars,
    parameters: Record<string, ParameterValue>,
    seed: number,
    onDecision: (decision: Decision) => void,
  ) {
    this.#bars = bars;
    this.#onDecision = onDecision;
    this.parameters = Object.freeze({ ...parameters });
    this.random = createRandom(seed);
  }

  /** A copy of the bar at `index`, which is never later than the current one. */
  barAt(index: number): Bar {
    const { time, open, high, low, close, volume } = this.#bars;
    return {
      index,
      time: time[index] as number,
      open: open[index] as number,
      high: high[index] as number,
      low: low[index] as number,
      close: close[index] as number,
      volume: volume[index] as number,
    };
  }

  place(call: string, kind: DecisionKind, amount: unknown, tag: unknown): void {
    if (this.desk === undefined) throw new Error(`${call}: orders can be given in onBar only`);
    if (typeof amount !== 'number' || !Number.isFinite(amount)) {
      throw new RangeError(`${call} on bar ${this.bar}: ${String(amount)} is not a finite number`);
    }
    if (tag !== undefined && (typeof tag !== 'string' || tag.length > 64)) {
      throw new TypeError(`${call} on bar ${this.bar}: a tag is a text of at most 64 characters`);
    }
    const order = { bar: this.bar, kind, amount };
    const decision: Decision = tag === undefined ? order : { ...order, tag };
    this.#onDecision(decision);
    this.desk.place(decision);
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
