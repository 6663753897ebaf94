import type { RunRecord } from '../../../shared/contract/models/run.ts';

const maximumPoints = 2000;

/**
 * Plotted series for drawing: of each stretch of bars the lowest and the highest value, in order, and
 * nothing where the strategy plotted nothing.
 */
export function samplePlots(
  time: Float64Array,
  plots: ReadonlyMap<string, Float64Array>,
): RunRecord['plots'] {
  return [...plots].map(([name, column]) => {
    const kept = keptRows(column);
    return {
      name,
      time: kept.map((row) => time[row] as number),
      value: kept.map((row) => column[row] as number),
    };
  });
}

function keptRows(column: Float64Array): number[] {
  const present = Array.from(column.keys()).filter((row) => !Number.isNaN(column[row] as number));
  if (present.length <= maximumPoints) return present;
  const kept: number[] = [];
  const buckets = maximumPoints / 2;
  for (let bucket = 0; bucket < buckets; bucket += 1) {
    const from = Math.floor((bucket * present.length) / buckets);
    const to = Math.floor(((bucket + 1) * present.length) / buckets);
    let [lowest, highest] = [present[from] as number, present[from] as number];
    for (const row of present.slice(from, to)) {
      if ((column[row] as number) < (column[lowest] as number)) lowest = row;
      if ((column[row] as number) > (column[highest] as number)) highest = row;
    }
    kept.push(...(lowest === highest ? [lowest] : [lowest, highest].sort((a, b) => a - b)));
  }
  return kept;
}
