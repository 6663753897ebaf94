import { checkFastSlow, checkField, checkPeriod } from './checks.ts';
import { OutputLine, StreamingIndicator, priceOf, type Bar, type PriceField } from './indicator.ts';
import { FilteredPrice } from './filtered-price.ts';
import type { Indicator } from './indicator.ts';
import { ExponentialMean, type Filter } from './smoothing.ts';

/**
 * The fast exponential mean less the slow one. TA-Lib's MACD starts both on the same bar: the fast
 * mean's seed is the simple mean of the `fast` numbers up to there (`skipped` of them pass before).
 * Its APO and PPO seed each mean on the first numbers there are.
 */
class MeanDifference implements Filter {
  slow = Number.NaN;
  readonly fastMean: ExponentialMean;
  readonly slowMean: ExponentialMean;

  constructor(fast: number, slow: number, skipped = 0) {
    this.fastMean = new ExponentialMean(fast, skipped);
    this.slowMean = new ExponentialMean(slow);
  }

  push(value: number): number {
    this.slow = this.slowMean.push(value);
    return this.fastMean.push(value) - this.slow;
  }
}

class PercentDifference implements Filter {
  readonly difference: MeanDifference;

  constructor(fast: number, slow: number) {
    this.difference = new MeanDifference(fast, slow);
  }

  push(value: number): number {
    const difference = this.difference.push(value);
    return this.difference.slow === 0 ? 0 : (100 * difference) / this.difference.slow;
  }
}

class Macd extends StreamingIndicator {
  readonly signal = new OutputLine();
  readonly histogram = new OutputLine();
  readonly difference: MeanDifference;
  readonly signalMean: ExponentialMean;
  readonly field: PriceField;

  constructor(fast: number, slow: number, signal: number, field: PriceField) {
    super();
    this.difference = new MeanDifference(fast, slow, slow - fast);
    this.signalMean = new ExponentialMean(signal);
    this.field = field;
  }

  protected override next(bar: Bar): number {
    const difference = this.difference.push(priceOf(bar, this.field));
    this.signal.advance(this.signalMean.push(difference));
    this.histogram.advance(difference - this.signal.value);
    return difference;
  }
}

/**
 * Moving average convergence/divergence (Appel 1979), in price units: `value` is EMA(fast) −
 * EMA(slow) from bar `slow - 1` on, `signal` its EMA and `histogram` their distance from bar
 * `slow + signal - 2` on (TA-Lib's MACD holds back all three until then). As there, the fast EMA is
 * seeded with the `fast` bars that end at bar `slow - 1`; charts that seed it on the very first
 * bars differ at first.
 */
export function macd(fast = 12, slow = 26, signal = 9, source: PriceField = 'close'): Macd {
  checkFastSlow('macd', fast, slow);
  checkPeriod('macd', signal, 1, 'signal');
  return new Macd(fast, slow, signal, checkField('macd', source));
}

/**
 * Absolute price oscillator, EMA(fast) − EMA(slow), in price units; from bar `slow - 1` on. Each
 * EMA is seeded on the first bars there are, unlike MACD's. TA-Lib's APO with exponential averages;
 * its default is simple ones.
 */
export function apo(fast = 12, slow = 26, source: PriceField = 'close'): Indicator {
  checkFastSlow('apo', fast, slow);
  return new FilteredPrice(new MeanDifference(fast, slow), checkField('apo', source));
}

/**
 * Percentage price oscillator, 100 · (EMA(fast) − EMA(slow)) / EMA(slow); from bar `slow - 1` on.
 * Each EMA is seeded on the first bars there are, unlike MACD's. TA-Lib's PPO with exponential
 * averages; its default is simple ones.
 */
export function ppo(fast = 12, slow = 26, source: PriceField = 'close'): Indicator {
  checkFastSlow('ppo', fast, slow);
  return new FilteredPrice(new PercentDifference(fast, slow), checkField('ppo', source));
}
