/**
 * The quantile at `share` (0 to 1), interpolated between the two nearest ranks: definition 7 of
 * R. Hyndman and Y. Fan, The American Statistician 50 (1996), which numpy and R use. NaN for no values.
 * Reorders the values: only the ranks asked for are put into their places, so it costs one pass or two
 * where sorting all of them would cost most of the time of all metrics together.
 */
export function quantileOf(values: Float64Array, share: number): number {
  if (values.length === 0) return NaN;
  const position = share * (values.length - 1);
  const below = Math.floor(position);
  selectRank(values, below);
  const low = values[below] as number;
  if (position === below) return low;
  let high = Infinity;
  for (let index = below + 1; index < values.length; index += 1) {
    if ((values[index] as number) < high) high = values[index] as number;
  }
  return low + (high - low) * (position - below);
}

/** Puts the value of that rank into its place, smaller ones before it. C. Hoare, FIND (1961). */
function selectRank(values: Float64Array, rank: number): void {
  let [first, last] = [0, values.length - 1];
  while (first < last) {
    const pivot = values[(first + last) >> 1] as number;
    let [left, right] = [first, last];
    while (left <= right) {
      while ((values[left] as number) < pivot) left += 1;
      while ((values[right] as number) > pivot) right -= 1;
      if (left > right) break;
      const kept = values[left] as number;
      values[left] = values[right] as number;
      values[right] = kept;
      left += 1;
      right -= 1;
    }
    if (rank <= right) last = right;
    else if (rank >= left) first = left;
    else return;
  }
}
