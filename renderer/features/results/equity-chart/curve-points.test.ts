import { describe, expect, it } from 'vitest';
import { curvePoints, rangeOf } from './curve-points.ts';

const points = curvePoints({
  time: [1, 2, 3],
  equity: [100, NaN, 90],
  benchmark: [100, 120],
  drawdown: [0, 0, -0.1],
});

describe('curvePoints', () => {
  it('leaves gaps where a column has no figure', () => {
    expect(points).toEqual([
      { time: 1, equity: 100, benchmark: 100, drawdown: 0 },
      { time: 2, equity: null, benchmark: 120, drawdown: 0 },
      { time: 3, equity: 90, benchmark: null, drawdown: -0.1 },
    ]);
  });
});

describe('rangeOf', () => {
  it('spans only the columns asked for', () => {
    expect(rangeOf(points, ['equity'])).toEqual([90, 100]);
    expect(rangeOf(points, ['equity', 'benchmark'])).toEqual([90, 120]);
    expect(rangeOf(points, [])).toBeNull();
  });
});
