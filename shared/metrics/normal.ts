/**
 * The standard normal distribution's cumulative probability, by the series of G. Marsaglia, Evaluating
 * the Normal Distribution, Journal of Statistical Software 11 (2004); absolute error below 1e-15.
 */
export function normalProbability(z: number): number {
  if (Number.isNaN(z)) return NaN;
  if (z < -9) return 0;
  if (z > 9) return 1;
  let sum = z;
  let before = 0;
  let term = z;
  for (let odd = 3; sum !== before; odd += 2) {
    before = sum;
    term *= (z * z) / odd;
    sum += term;
  }
  return 0.5 + sum * Math.exp(-0.5 * z * z - halfLogTwoPi);
}

const halfLogTwoPi = 0.918_938_533_204_672_8;

/** The value that a standard normal variable stays below with this probability, by bisection. */
export function normalQuantile(probability: number): number {
  if (!(probability > 0 && probability < 1)) return NaN;
  let [low, high] = [-9, 9];
  for (let step = 0; step < 64; step += 1) {
    const middle = (low + high) / 2;
    if (normalProbability(middle) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
