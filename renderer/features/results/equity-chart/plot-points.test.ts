import { describe, expect, it } from 'vitest';
import { plotPanels } from '../../../../shared/reports/plot-panels.ts';
import { plotPoints } from './plot-points.ts';

describe('plotPoints', () => {
  it('puts series with different dates on one axis, in order, without what is no figure', () => {
    const [panel] = plotPanels([
      { name: 'fast', time: [1, 3, 4], value: [10, 11, 12] },
      { name: 'slow', time: [1, 2, 4], value: [9, NaN, 13] },
    ]);
    expect(panel === undefined ? [] : plotPoints(panel)).toEqual([
      { time: 1, 0: 10, 1: 9 },
      { time: 3, 0: 11 },
      { time: 4, 0: 12, 1: 13 },
    ]);
  });
});
