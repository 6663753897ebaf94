import type { MetricsContext } from './context.ts';
import type { Figure } from './definition.ts';
import { figure } from './figure.ts';
import { fewestForSpread, tooFew } from './samples.ts';

/** The compound return a bar over the benchmark's rising or falling bars, over the benchmark's own. */
export function captureOf({ returns, comparison }: MetricsContext, side: 'up' | 'down'): Figure {
  const sign = side === 'up' ? 1 : -1;
  const { values } = comparison.returns;
  const own = new Growth();
  const benchmark = new Growth();
  for (let index = 0; index < values.length; index += 1) {
    const other = values[index] as number;
    if (sign * other <= 0) continue;
    own.add(returns.values[index] as number);
    benchmark.add(other);
  }
  const { count } = own;
  const few = tooFew(count, fewestForSpread, `bars on which the benchmark went ${side}`);
  if (few) return few;
  return figure(own.meanReturn / benchmark.meanReturn, `${count} bars`);
}

/** Compounds returns. One logarithm in many of them: it is the slow part. */
class Growth {
  count = 0;
  #product = 1;
  #logarithm = 0;

  add(value: number): void {
    this.count += 1;
    this.#product *= 1 + value;
    if (this.#product < 1e-200 || this.#product > 1e200) {
      this.#logarithm += Math.log(this.#product);
      this.#product = 1;
    }
  }

  /** Compound, a value. */
  get meanReturn(): number {
    return Math.expm1((this.#logarithm + Math.log(this.#product)) / this.count);
  }
}
