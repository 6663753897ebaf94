import type { Shape } from './moments.ts';
import { normalProbability, normalQuantile } from './normal.ts';

/**
 * The probability that the true Sharpe ratio is above `threshold`, given the one observed in `count`
 * returns and their shape; both ratios per period. D. Bailey and M. López de Prado, The Sharpe Ratio
 * Efficient Frontier, Journal of Risk 15 (2012). NaN where the shape leaves the error undefined.
 */
export function probabilisticSharpe(
  sharpe: number,
  threshold: number,
  count: number,
  { skewness, kurtosis }: Shape,
): number {
  const spread = 1 - skewness * sharpe + ((kurtosis - 1) / 4) * sharpe * sharpe;
  return normalProbability(((sharpe - threshold) * Math.sqrt(count - 1)) / Math.sqrt(spread));
}

const eulerMascheroni = 0.577_215_664_901_532_9;

/**
 * The highest Sharpe ratio to expect among `trials` independent strategies without skill whose
 * ratios vary with `variance`. D. Bailey and M. López de Prado, The Deflated Sharpe Ratio, Journal of
 * Portfolio Management 40 (2014). Quantiles are taken from the lower tail, where they lose no digits.
 */
export function expectedHighestSharpe(trials: number, variance: number): number {
  const best = -normalQuantile(1 / trials);
  const next = -normalQuantile(1 / (trials * Math.E));
  return Math.sqrt(variance) * ((1 - eulerMascheroni) * best + eulerMascheroni * next);
}
