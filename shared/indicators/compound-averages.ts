import { checkField, checkPeriod, checkShare } from './checks.ts';
import { FilteredPrice } from './filtered-price.ts';
import type { Indicator, PriceField } from './indicator.ts';
import { ExponentialMean, SimpleMean, WeightedMean, type Filter } from './smoothing.ts';

/** `depth` exponential means, each fed by the one before. */
class ExponentialChain {
  readonly means: readonly ExponentialMean[];
  /** The output of each mean, the first at 0. */
  readonly outputs: Float64Array;

  constructor(period: number, depth: number) {
    this.means = Array.from({ length: depth }, () => new ExponentialMean(period));
    this.outputs = new Float64Array(depth);
  }

  push(value: number): Float64Array {
    let passed = value;
    for (let index = 0; index < this.means.length; index += 1) {
      passed = (this.means[index] as ExponentialMean).push(passed);
      this.outputs[index] = passed;
    }
    return this.outputs;
  }
}

/** A sum of a chain's outputs with fixed factors; ready when the last mean is. */
class ChainCombination implements Filter {
  readonly chain: ExponentialChain;
  readonly factors: readonly number[];

  constructor(period: number, factors: readonly number[]) {
    this.chain = new ExponentialChain(period, factors.length);
    this.factors = factors;
  }

  push(value: number): number {
    const outputs = this.chain.push(value);
    if (Number.isNaN(outputs[outputs.length - 1])) return Number.NaN;
    let sum = 0;
    for (let index = 0; index < outputs.length; index += 1) {
      sum += (this.factors[index] as number) * (outputs[index] as number);
    }
    return sum;
  }
}

/** One filter after another. */
class Series implements Filter {
  readonly first: Filter;
  readonly second: Filter;

  constructor(first: Filter, second: Filter) {
    this.first = first;
    this.second = second;
  }

  push(value: number): number {
    return this.second.push(this.first.push(value));
  }
}

class HullMean implements Filter {
  readonly half: WeightedMean;
  readonly whole: WeightedMean;
  readonly last: WeightedMean;

  constructor(period: number) {
    this.half = new WeightedMean(Math.floor(period / 2));
    this.whole = new WeightedMean(period);
    this.last = new WeightedMean(Math.floor(Math.sqrt(period)));
  }

  push(value: number): number {
    return this.last.push(2 * this.half.push(value) - this.whole.push(value));
  }
}

/** Three exponential means in a row, as TRIX uses them. */
export function tripleSmoothed(period: number): Filter {
  return new ChainCombination(period, [0, 0, 1]);
}

/**
 * Double exponential moving average (Mulloy 1994), 2·EMA − EMA(EMA), in price units; from bar
 * `2 · (period − 1)` on. Each EMA starts from a simple average, as TA-Lib's DEMA.
 */
export function dema(period: number, source: PriceField = 'close'): Indicator {
  const mean = new ChainCombination(checkPeriod('dema', period), [2, -1]);
  return new FilteredPrice(mean, checkField('dema', source));
}

/**
 * Triple exponential moving average (Mulloy 1994), 3·(E1 − E2) + E3, in price units; from bar
 * `3 · (period − 1)` on. Each EMA starts from a simple average, as TA-Lib's TEMA.
 */
export function tema(period: number, source: PriceField = 'close'): Indicator {
  const mean = new ChainCombination(checkPeriod('tema', period), [3, -3, 1]);
  return new FilteredPrice(mean, checkField('tema', source));
}

/**
 * Tillson's T3 (1998), six EMAs in a row mixed by a volume factor from 0 to 1, in price units; from
 * bar `6 · (period − 1)` on. Each EMA starts from a simple average, as TA-Lib's T3.
 */
export function t3(period: number, factor = 0.7, source: PriceField = 'close'): Indicator {
  checkShare('t3', factor, 'factor');
  const square = factor * factor;
  const cube = square * factor;
  const factors = [
    0,
    0,
    1 + 3 * factor + cube + 3 * square,
    -6 * square - 3 * (factor + cube),
    3 * (square + cube),
    -cube,
  ];
  const mean = new ChainCombination(checkPeriod('t3', period), factors);
  return new FilteredPrice(mean, checkField('t3', source));
}

/**
 * Triangular moving average: a simple average of a simple average, weighing the window's middle
 * most, in price units; from bar `period - 1` on. As TA-Lib's TRIMA.
 */
export function trima(period: number, source: PriceField = 'close'): Indicator {
  const half = Math.ceil(checkPeriod('trima', period) / 2);
  const mean = new Series(new SimpleMean(half), new SimpleMean(period + 1 - half));
  return new FilteredPrice(mean, checkField('trima', source));
}

/**
 * Hull moving average (2005), WMA(2·WMA(n/2) − WMA(n), √n), in price units; n/2 and √n are rounded
 * down, where some programs round to the nearest. Not in TA-Lib. From bar `n + ⌊√n⌋ − 2` on.
 */
export function hma(period: number, source: PriceField = 'close'): Indicator {
  const mean = new HullMean(checkPeriod('hma', period, 2));
  return new FilteredPrice(mean, checkField('hma', source));
}
