import type { Figure } from './definition.ts';

/*
 * How few observations are too few. A figure that tells what happened (a worst day, a drawdown, a count)
 * needs none of this; one that estimates what is typical does. The errors are the usual ones of n
 * independent observations, which markets' are not, so they are the least that must be expected.
 */

/** Of a standard deviation the error is 1 / √(2 (n − 1)): 27% of it for 8. */
export const fewestForSpread = 8;

/** Of a correlation of zero the error is 1 / √(n − 1), 0.19 for 30; of a skewness √(6 / n), 0.45. */
export const fewestForShape = 30;

/** Of an excess kurtosis the error is √(24 / n), 0.49 for 100; and one in twenty of 100 are five. */
export const fewestForTails = 100;

/** Of fewer than ten trades one alone is more than a tenth, and decides what is won for what is lost. */
export const fewestForTradeRatio = 10;

/** Of a share of winning trades the error is up to 1 / (2 √n): 9 percentage points for 30. */
export const fewestForTradeEstimate = 30;

/** Why a figure from `count` observations cannot be given, or null when it can. */
export function tooFew(count: number, fewest: number, what: string): Figure | null {
  if (count >= fewest) return null;
  return { value: null, note: `needs at least ${fewest} ${what}; this run has ${count}` };
}

/** As `tooFew`, for the returns from bar to bar. */
export function tooFewReturns(count: number, fewest: number): Figure | null {
  return tooFew(count, fewest, 'returns from bar to bar');
}
