import type { MetricsContext } from './context.ts';
import type { Figure } from './definition.ts';
import { notAvailable, tooShortForAYear } from './figure.ts';
import { tooFewReturns } from './samples.ts';

/** Why a run cannot be compared with its benchmark by `fewest` returns, or null when it can. */
export function noComparison(
  { comparison, returns }: MetricsContext,
  fewest: number,
): Figure | null {
  if (comparison.problem !== '') return notAvailable(comparison.problem);
  return tooFewReturns(returns.values.length, fewest);
}

/** As `noComparison`, for a figure a year. */
export function noYearlyComparison(context: MetricsContext, fewest: number): Figure | null {
  return noComparison(context, fewest) ?? tooShortForAYear(context.time);
}
