import type { MetricsContext } from './context.ts';
import type { Figure } from './definition.ts';
import { notAvailable } from './figure.ts';
import { fewestForTails, tooFewReturns } from './samples.ts';

/** Why a figure from one in twenty of the returns cannot be given, or null when it can. */
export function noTail({ returns }: MetricsContext): Figure | null {
  if (returns.problem !== '') return notAvailable(returns.problem);
  return tooFewReturns(returns.values.length, fewestForTails);
}

/** What "a bar" means in this run: the figure is not annualised. */
export function barNote({ periodsPerYear }: MetricsContext): string {
  return `of one bar, not annualised: ${periodsPerYear.explanation}`;
}
