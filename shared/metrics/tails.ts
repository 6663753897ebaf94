import type { MetricsContext } from './context.ts';
import type { Figure } from './definition.ts';
import { notAvailable } from './figure.ts';
import { quantileOf } from './quantile.ts';
import { fewestForTails, tooFewReturns } from './samples.ts';

/** What the worst and the best returns come to. */
export interface Tails {
  /** The quantiles at 5% and 95%. */
  readonly low: number;
  readonly high: number;
  /** Mean of the returns at or below the lower one, and how many these are. */
  readonly shortfall: number;
  readonly shortfallCount: number;
}

export function tailsOf(returns: Float64Array): Tails {
  const scratch = returns.slice();
  const low = quantileOf(scratch, 0.05);
  const high = quantileOf(scratch, 0.95);
  let [sum, shortfallCount] = [0, 0];
  for (let index = 0; index < returns.length; index += 1) {
    if ((returns[index] as number) > low) continue;
    sum += returns[index] as number;
    shortfallCount += 1;
  }
  return { low, high, shortfall: sum / shortfallCount, shortfallCount };
}

/** Why a figure from one in twenty of the returns cannot be given, or null when it can. */
export function noTail({ returns }: MetricsContext): Figure | null {
  if (returns.problem !== '') return notAvailable(returns.problem);
  return tooFewReturns(returns.values.length, fewestForTails);
}

/** What "a bar" means in this run: the figure is not annualised. */
export function barNote({ periodsPerYear }: MetricsContext): string {
  return `of one bar, not annualised: ${periodsPerYear.explanation}`;
}
