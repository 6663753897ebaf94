import type { OrderTerms } from '../engine/decision.ts';
import { termsProblem } from '../engine/order-terms.ts';
import { describeValue } from './describe-value.ts';
import { givenData, type GivenData } from './given-data.ts';
import { readWeights, type TargetWeights } from './target-weights.ts';

interface SimOptions {
  readonly stopLoss?: number;
  readonly takeProfit?: number;
}

export interface Simulated {
  readonly weights: TargetWeights;
  readonly terms: OrderTerms;
}

/** What `sim` was called with: at most one call a run. */
let called: (Simulated & { readonly run: GivenData }) | undefined;

/**
 * Makes target weights the run's decisions. The figures are the host's, which replays them.
 * @throws {RangeError | TypeError} that says what is wrong with them.
 */
export function sim(weights: unknown, options: SimOptions = {}): void {
  const run = givenData();
  if (called?.run === run) {
    throw new Error('sim: it was called already; a run has one table of positions');
  }
  called = { weights: readWeights(weights, run.market), terms: readTerms(options), run };
}

export function simulated(): Simulated | undefined {
  return called?.run === givenData() ? called : undefined;
}

const terms = { stopLoss: 'stopLossPercent', takeProfit: 'takeProfitPercent' } as const;

function readTerms(options: SimOptions): OrderTerms {
  if (typeof options !== 'object' || options === null) {
    throw new TypeError('sim: the options are an object such as { stopLoss: 0.05 }');
  }
  const read: { stopLossPercent?: number; takeProfitPercent?: number } = {};
  for (const [name, value] of Object.entries(options) as [keyof typeof terms, unknown][]) {
    if (!Object.hasOwn(terms, name)) {
      throw new RangeError(`sim: there is no option "${name}"; options: stopLoss, takeProfit`);
    }
    if (value === undefined) continue;
    const term = { [terms[name]]: value as number };
    if (typeof value !== 'number' || termsProblem('market', term) !== undefined) {
      throw new RangeError(
        `sim: ${name} is ${describeValue(value)}; it must be a share such as 0.05`,
      );
    }
    read[terms[name]] = value;
  }
  return read;
}
