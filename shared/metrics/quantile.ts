/**
 * The quantile at `share` (0 to 1) of ascending values, interpolated between the two nearest: definition
 * 7 of R. Hyndman and Y. Fan, The American Statistician 50 (1996), which numpy and R use. NaN for none.
 */
export function quantileOf(sorted: Float64Array, share: number): number {
  const position = share * (sorted.length - 1);
  const below = Math.floor(position);
  const low = sorted[below] ?? NaN;
  const high = sorted[below + 1] ?? low;
  return low + (high - low) * (position - below);
}
