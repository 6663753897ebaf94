/**
 * Which rows of some columns to draw: at most `maximumPoints` (2 or more), in order: the first, the
 * last, and of each stretch between them where each column is lowest and highest. So no peak and no
 * trough of the picture is lost. Rows that are not a number are nobody's extreme.
 */
export function samplePoints(columns: readonly Float64Array[], maximumPoints: number): number[] {
  if (!(maximumPoints >= 2)) throw new RangeError('A sampled curve needs at least 2 points.');
  const count = columns[0]?.length ?? 0;
  if (count <= maximumPoints) return Array.from({ length: count }, (_, index) => index);
  const kept = new Set([0]);
  const buckets = Math.floor((maximumPoints - 2) / (2 * columns.length));
  const inner = count - 2;
  for (let bucket = 0; bucket < buckets; bucket += 1) {
    const from = 1 + Math.floor((bucket * inner) / buckets);
    const to = 1 + Math.floor(((bucket + 1) * inner) / buckets);
    const extremes = columns.flatMap((column) => extremesOf(column, from, to));
    for (const index of extremes.sort((a, b) => a - b)) kept.add(index);
  }
  kept.add(count - 1);
  return [...kept];
}

/** Where a column is lowest and highest from `from` until before `to`, the first of equals. */
function extremesOf(column: Float64Array, from: number, to: number): number[] {
  if (from >= to) return [];
  let [lowest, highest] = [from, from];
  let [low, high] = [Infinity, -Infinity];
  for (let index = from; index < to; index += 1) {
    const value = column[index] as number;
    if (value < low) [low, lowest] = [value, index];
    if (value > high) [high, highest] = [value, index];
  }
  return [lowest, highest];
}
