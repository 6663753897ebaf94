import type { MetricsContext } from './context.ts';
import { calendarDays } from './calendar.ts';
import type { Figure } from './definition.ts';
import { fewestForSpread, tooFewReturns } from './samples.ts';

/** "n/a", and why. */
export function notAvailable(reason: string): Figure {
  return { value: null, note: reason };
}

export function figure(value: number, note = ''): Figure {
  return { value, note };
}

/** The shortest run that is annualised, in days: anything less turns luck into a yearly rate. */
const shortestYearly = 28;

/** Why a figure a year cannot be given, or null when it can. */
export function tooShortForAYear(time: Float64Array): Figure | null {
  const days = calendarDays(time);
  if (days >= shortestYearly) return null;
  const span = days === 1 ? '1 day' : `${Math.round(days * 10) / 10} days`;
  return notAvailable(`a figure a year needs about a month of data; this run has ${span}`);
}

/** Why a figure from returns, annualised, cannot be given, or null when it can. */
export function noYearlyReturns(context: MetricsContext): Figure | null {
  const { problem, values } = context.returns;
  if (problem !== '') return notAvailable(problem);
  return tooFewReturns(values.length, fewestForSpread) ?? tooShortForAYear(context.time);
}

/** Beside each annualised figure: how many periods a year it stands on, and why. */
export function annualisedNote({ periodsPerYear }: Pick<MetricsContext, 'periodsPerYear'>): string {
  return `annualised with ${periodsPerYear.periods} periods a year (${periodsPerYear.explanation})`;
}

/** Beside a mean over trades: how many it stands on. */
export function tradesNote(count: number): string {
  return count === 1 ? 'of 1 closed trade' : `of ${count} closed trades`;
}

export const noClosedTrades = notAvailable('no trade was closed');
export const noBars = notAvailable('the data has no bars');
