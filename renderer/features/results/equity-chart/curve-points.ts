import type { Curve } from '../../../../shared/contract/models/run.ts';

/** One point of both charts. `null` leaves a gap rather than a false line to zero. */
export interface CurvePoint {
  readonly time: number;
  readonly equity: number | null;
  readonly benchmark: number | null;
  readonly drawdown: number | null;
}

/** Turns the record's columns into points, in time order, without any figure that is not one. */
export function curvePoints(curve: Curve): CurvePoint[] {
  return curve.time.map((time, index) => ({
    time,
    equity: figure(curve.equity[index]),
    benchmark: figure(curve.benchmark[index]),
    drawdown: figure(curve.drawdown[index]),
  }));
}

export type CurveSeries = 'equity' | 'benchmark' | 'drawdown';

/** The smallest and largest value of some columns, or null when they hold no figure. */
export function rangeOf(
  points: readonly CurvePoint[],
  series: readonly CurveSeries[],
): readonly [number, number] | null {
  let minimum = Infinity;
  let maximum = -Infinity;
  for (const point of points) {
    for (const name of series) {
      const value = point[name];
      if (value === null) continue;
      if (value < minimum) minimum = value;
      if (value > maximum) maximum = value;
    }
  }
  return minimum <= maximum ? [minimum, maximum] : null;
}

function figure(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null;
}
