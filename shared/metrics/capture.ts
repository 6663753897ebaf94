import type { MetricsContext } from './context.ts';
import type { Figure } from './definition.ts';
import { figure, notAvailable } from './figure.ts';
import { fewestForSpread, tooFew } from './samples.ts';

/** The compound return a bar over the benchmark's rising or falling bars, over the benchmark's own. */
export function captureOf({ returns, comparison }: MetricsContext, side: 'up' | 'down'): Figure {
  const sign = side === 'up' ? 1 : -1;
  let [own, benchmark, count] = [0, 0, 0];
  returns.values.forEach((value, index) => {
    const other = comparison.returns.values[index] as number;
    if (sign * other <= 0) return;
    own += Math.log1p(value);
    benchmark += Math.log1p(other);
    count += 1;
  });
  const few = tooFew(count, fewestForSpread, `bars on which the benchmark went ${side}`);
  if (few) return few;
  if (own === -Infinity) return notAvailable('equity fell to zero on such a bar');
  const ratio = Math.expm1(own / count) / Math.expm1(benchmark / count);
  return figure(ratio, `${count} bars`);
}
