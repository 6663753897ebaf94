import type { RollingFigures } from '../../../../shared/contract/models/periods.ts';

export type RollingSeries = 'sharpe' | 'volatility' | 'beta';

/** One window's figures at its last bar; null leaves a gap. */
export type RollingPoint = { readonly time: number } & Readonly<
  Record<RollingSeries, number | null>
>;

export function rollingPoints(rolling: RollingFigures): RollingPoint[] {
  return rolling.time.map((time, index) => ({
    time,
    sharpe: rolling.sharpe[index] ?? null,
    volatility: rolling.volatility[index] ?? null,
    beta: rolling.beta[index] ?? null,
  }));
}

/** The smallest and the largest figure of a series, or null when it has none. */
export function rangeOfSeries(
  points: readonly RollingPoint[],
  series: RollingSeries,
): readonly [number, number] | null {
  let [low, high] = [Infinity, -Infinity];
  for (const point of points) {
    const value = point[series];
    if (value === null) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return low <= high ? [low, high] : null;
}
