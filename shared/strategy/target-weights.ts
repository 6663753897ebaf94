import type { Market } from '../bars/market.ts';
import type { Decision, OrderTerms } from '../engine/decision.ts';
import { describeValue } from './describe-value.ts';

/** Columns of target weights, in the order in which they were given. */
export type TargetWeights = readonly {
  /** The instrument's number in the market. */
  readonly symbol: number;
  /** One a bar of the clock; NaN leaves the target as it is. */
  readonly targets: Float64Array;
}[];

/**
 * Reads an array of weights for the main instrument, or an object of such arrays by symbol.
 * @throws {RangeError | TypeError} that says what is wrong with them.
 */
export function readWeights(weights: unknown, market: Market): TargetWeights {
  if (isList(weights)) return [{ symbol: 0, targets: readColumn(weights, market, '') }];
  if (typeof weights !== 'object' || weights === null) {
    throw new TypeError(
      `sim: the weights are ${describeValue(weights)}; they must be an array with one for each of the ${market.time.length} bars, or an object of such arrays by symbol`,
    );
  }
  const symbols = market.instruments.map(({ bars }) => bars.symbol);
  return Object.entries(weights as Record<string, unknown>).map(([name, column]) => {
    const symbol = symbols.indexOf(name);
    if (symbol < 0) {
      throw new RangeError(`sim: there is no "${name}" in this run (${symbols.join(', ')})`);
    }
    if (!isList(column)) {
      throw new TypeError(`sim: the weights of ${name} are ${describeValue(column)}, not an array`);
    }
    return { symbol, targets: readColumn(column, market, ` of ${name}`) };
  });
}

/**
 * A decision wherever a target changes, the first one included. `terms` go with every order that opens
 * a position. The twin of docker/python/stratbox/target_weights.py.
 */
export function* decisionsOf(
  weights: TargetWeights,
  market: Market,
  terms: OrderTerms,
): Generator<Decision> {
  const known = weights.map(() => NaN);
  for (let bar = 0; bar < market.time.length; bar += 1) {
    const changes: { symbol: number; target: number; change: number; place: number }[] = [];
    weights.forEach(({ symbol, targets }, place) => {
      const target = targets[bar] as number;
      const before = known[place] as number;
      if (Number.isNaN(target) || target === before) return;
      const change = target - (Number.isNaN(before) ? 0 : before);
      changes.push({ symbol, target, change, place });
      known[place] = target;
    });
    // Sales come first, so that their proceeds pay for the purchases at the same open.
    changes.sort((a, b) => a.change - b.change || a.place - b.place);
    for (const { symbol, target } of changes) {
      yield {
        ...{ bar, kind: 'target-percent', amount: target },
        ...(symbol === 0 ? {} : { symbol: market.instruments[symbol]?.bars.symbol as string }),
        ...(target === 0 ? {} : terms),
      };
    }
  }
}

function readColumn(list: ArrayLike<unknown>, { time }: Market, of: string): Float64Array {
  if (list.length !== time.length) {
    throw new RangeError(
      `sim: there are ${list.length} weights${of}; there must be one for each of the ${time.length} bars`,
    );
  }
  const targets = new Float64Array(time.length);
  for (let bar = 0; bar < time.length; bar += 1) {
    const value = list[bar] ?? NaN;
    const weight = typeof value === 'boolean' ? Number(value) : value;
    if (typeof weight !== 'number' || Math.abs(weight) === Infinity) {
      throw new RangeError(
        `sim: the weight${of} of bar ${bar} is ${typeof value === 'string' ? 'a text' : describeValue(value)}, not a number`,
      );
    }
    targets[bar] = weight;
  }
  return targets;
}

function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && 'length' in value);
}
