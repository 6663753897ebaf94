/** The arithmetic mean; NaN for no values. Summed with Neumaier's compensation. */
export function meanOf(values: Float64Array): number {
  return sumOf(values) / values.length;
}

/** A sum that loses no small terms: A. Neumaier, ZAMM 54 (1974), 39-51. */
export function sumOf(values: ArrayLike<number>): number {
  let sum = 0;
  let lost = 0;
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] as number;
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return sum + lost;
}

/**
 * The sample standard deviation (divisor n - 1) around the given mean, in two passes as T. Chan,
 * G. Golub and R. LeVeque advise (The American Statistician 37, 1983); NaN for fewer than 2 values.
 */
export function sampleDeviation(values: Float64Array, mean: number): number {
  let squares = 0;
  let rest = 0;
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] as number;
    const distance = value - mean;
    squares += distance * distance;
    rest += distance;
  }
  return Math.sqrt(Math.max(0, squares - (rest * rest) / values.length) / (values.length - 1));
}

/** The root of the mean squared shortfall below `target`, over all values. */
export function downsideDeviation(values: Float64Array, target: number): number {
  let squares = 0;
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] as number;
    const shortfall = Math.min(0, value - target);
    squares += shortfall * shortfall;
  }
  return Math.sqrt(squares / values.length);
}
