import { describe, expect, it } from 'vitest';
import { rangeOfSeries, rollingPoints } from './rolling-points.ts';

const points = rollingPoints({
  window: 24,
  time: [1, 2, 3],
  sharpe: [0.5, null, -1],
  volatility: [0.1, 0.2],
  beta: [null, null, null],
  note: '',
});

describe('rollingPoints', () => {
  it('keeps gaps as gaps, also where a column is short', () => {
    expect(points).toEqual([
      { time: 1, sharpe: 0.5, volatility: 0.1, beta: null },
      { time: 2, sharpe: null, volatility: 0.2, beta: null },
      { time: 3, sharpe: -1, volatility: null, beta: null },
    ]);
  });
});

describe('rangeOfSeries', () => {
  it('spans the figures, and is null where there are none', () => {
    expect(rangeOfSeries(points, 'sharpe')).toEqual([-1, 0.5]);
    expect(rangeOfSeries(points, 'beta')).toBeNull();
    expect(rangeOfSeries([], 'sharpe')).toBeNull();
  });
});
