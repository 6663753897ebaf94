import type { MetricsContext } from './context.ts';
import type { Figure } from './definition.ts';
import { notAvailable } from './figure.ts';
import { fewestForShape, tooFewReturns } from './samples.ts';

/** The Sharpe ratio a bar and the number of returns it was seen in, or why there is none. */
export function observedSharpe(
  context: MetricsContext,
): { readonly sharpe: number; readonly count: number } | Figure {
  const { returns, meanReturn, deviation, riskFreePerPeriod } = context;
  if (returns.problem !== '') return notAvailable(returns.problem);
  const count = returns.values.length;
  const few = tooFewReturns(count, fewestForShape);
  if (few) return few;
  if (deviation === 0) return notAvailable('the returns do not vary');
  return { sharpe: (meanReturn - riskFreePerPeriod) / deviation, count };
}
