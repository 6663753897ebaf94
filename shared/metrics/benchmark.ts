import { returnsOf, type Returns } from './returns.ts';
import { meanOf, sampleDeviation } from './statistics.ts';

/** A run's returns beside those of its benchmark, bar by bar. */
export interface BenchmarkComparison {
  readonly returns: Returns;
  /** Why nothing can be compared; empty when it can. */
  readonly problem: string;
  readonly mean: number;
  readonly deviation: number;
  /** With divisor n - 1, as the deviations. */
  readonly covariance: number;
  /** Of own returns less the benchmark's. */
  readonly activeMean: number;
  readonly activeDeviation: number;
}

/** `own` are the run's returns; the benchmark is a column as long as its equity. */
export function compareWithBenchmark(own: Returns, benchmark: Float64Array): BenchmarkComparison {
  const returns = returnsOf(benchmark);
  const problem = own.problem || benchmarkProblem(own, returns);
  if (problem !== '') {
    const none = {
      mean: NaN,
      deviation: NaN,
      covariance: NaN,
      activeMean: NaN,
      activeDeviation: NaN,
    };
    return { returns, problem, ...none };
  }
  const mean = meanOf(returns.values);
  const ownMean = meanOf(own.values);
  let products = 0;
  const active = new Float64Array(own.values.length);
  for (let index = 0; index < own.values.length; index += 1) {
    active[index] = (own.values[index] as number) - (returns.values[index] as number);
    products +=
      ((own.values[index] as number) - ownMean) * ((returns.values[index] as number) - mean);
  }
  const activeMean = meanOf(active);
  const deviation = sampleDeviation(returns.values, mean);
  return {
    returns,
    problem: deviation < 1e-15 ? 'the benchmark does not move' : '',
    mean,
    deviation,
    covariance: products / (own.values.length - 1),
    activeMean,
    activeDeviation: sampleDeviation(active, activeMean),
  };
}

function benchmarkProblem(own: Returns, benchmark: Returns): string {
  if (benchmark.problem !== '') return 'the benchmark has no value above zero at every bar';
  if (benchmark.values.length !== own.values.length) return 'the benchmark has other bars';
  return '';
}
