import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawdownOf } from './curve.ts';
import { findDrawdowns } from './drawdowns.ts';

const find = (...equity: number[]) =>
  findDrawdowns(
    drawdownOf(Float64Array.from(equity)),
    Float64Array.from(equity, (_, bar) => bar),
  );

describe('findDrawdowns', () => {
  it('tells the deepest from the longest', () => {
    const { deepest, longest } = find(100, 50, 100, 99, 99, 99, 120);
    expect(deepest).toEqual({ peakBar: 0, troughBar: 1, recoveryBar: 2, depth: -0.5 });
    expect(longest).toMatchObject({ peakBar: 2, recoveryBar: 6 });
  });

  it('counts from the last bar at the peak, and leaves an open one open', () => {
    expect(find(100, 100, 80, 90).longest).toMatchObject({ peakBar: 1, recoveryBar: null });
  });

  it('keeps the first of equals and finds none where there is none', () => {
    expect(find(100, 90, 100, 90, 100).deepest).toMatchObject({ peakBar: 0 });
    const none = {
      deepest: null,
      longest: null,
      open: null,
      count: 0,
      totalDepth: 0,
      totalTime: 0,
    };
    expect(find(1, 2, 2, 3)).toEqual(none);
    expect(find()).toEqual(none);
  });

  it('adds up all of them, the open one to the last bar', () => {
    const { count, totalDepth, totalTime, open } = find(100, 50, 100, 120, 90, 108, 96);
    expect({ count, totalTime }).toEqual({ count: 2, totalTime: 2 + 3 });
    expect(totalDepth).toBeCloseTo(-0.5 - 0.25, 12);
    expect(open).toEqual({ peakBar: 3, troughBar: 4, recoveryBar: null, depth: -0.25 });
    expect(find(100, 50, 100).open).toBeNull();
  });

  it('agrees with comparing every pair of bars', () => {
    const equities = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(equities, (equity) => {
        let depth = 0;
        let longest = 0;
        equity.forEach((peak, from) => {
          const higherBefore = equity.slice(0, from).some((value) => value > peak);
          const recovered = equity.findIndex((value, bar) => bar > from && value >= peak);
          const until = recovered === -1 ? equity.length - 1 : recovered;
          for (const value of equity.slice(from)) depth = Math.min(depth, value / peak - 1);
          const isBelow = until > from && (equity[from + 1] as number) < peak;
          if (!higherBefore && isBelow) longest = Math.max(longest, until - from);
        });
        const found = find(...equity);
        expect(found.deepest?.depth ?? 0).toBeCloseTo(depth, 12);
        const { longest: kept } = found;
        const lasted = kept ? (kept.recoveryBar ?? equity.length - 1) - kept.peakBar : 0;
        expect(lasted).toBe(longest);
      }),
    );
  });
});
