import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extentOf, linearScale, roundTicks, tickDecimals, timeTicks } from './chart-scale.ts';

const finite = fc.double({ min: -1e15, max: 1e15, noNaN: true });

describe('linearScale', () => {
  it('maps the ends to the ends and a point to the middle', () => {
    const scale = linearScale([10, 20], [300, 100]);
    expect([scale(10), scale(15), scale(20)]).toEqual([300, 200, 100]);
    expect(linearScale([5, 5], [0, 100])(5)).toBe(50);
  });
});

describe('extentOf', () => {
  it('looks at all columns and past what is not a number', () => {
    expect(extentOf([3, NaN], [Infinity, -2])).toEqual([-2, 3]);
    expect(extentOf([], [NaN])).toEqual([0, 1]);
  });
});

describe('roundTicks', () => {
  it('finds round numbers inside', () => {
    expect(roundTicks([0, 100], 5)).toEqual([0, 20, 40, 60, 80, 100]);
    expect(roundTicks([93_000, 742_000], 6)).toEqual([200_000, 400_000, 600_000]);
    expect(roundTicks([7, 7], 5)).toEqual([7]);
    expect(roundTicks([999_999_999_999_997.8, 999_999_999_999_998], 6)).toHaveLength(1);
  });

  it('stays inside and few', () => {
    fc.assert(
      fc.property(finite, finite, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const ticks = roundTicks([low, high], 6);
        expect(ticks.length).toBeLessThanOrEqual(8);
        const slack = Math.max(Math.abs(low), Math.abs(high)) * 1e-9;
        for (const tick of ticks) {
          expect(tick).toBeGreaterThanOrEqual(low - slack);
          expect(tick).toBeLessThanOrEqual(high + slack);
        }
      }),
    );
  });
});

describe('tickDecimals', () => {
  it('is what the ticks need to be printed exactly, and no more', () => {
    expect(tickDecimals([0, 20, 40])).toBe(0);
    expect(tickDecimals([-1, -0.5, 0])).toBe(1);
    expect(tickDecimals([100.05, 100.1])).toBe(2);
    expect(tickDecimals([0.2, 0.1 + 0.2])).toBe(1);
    expect(tickDecimals([0, 1e-30])).toBe(9);
    expect(tickDecimals([7])).toBe(2);
    expect(tickDecimals([])).toBe(2);
  });

  it('prints every tick of any axis exactly', () => {
    const small = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(small, fc.double({ min: 1e-3, max: 1e6, noNaN: true }), (low, span) => {
        const ticks = roundTicks([low, low + span], 6);
        const decimals = tickDecimals(ticks);
        for (const tick of ticks) {
          if (ticks.length > 1) expect(Number(tick.toFixed(decimals))).toBeCloseTo(tick, 7);
        }
      }),
    );
  });
});

describe('timeTicks', () => {
  const labels = (from: string, to: string) =>
    timeTicks([Date.parse(from), Date.parse(to)]).map(({ label }) => label);

  it('names years, months or days as the span asks for', () => {
    expect(labels('2000-01-03', '2020-04-17')).toEqual(['2005', '2010', '2015', '2020']);
    expect(labels('2001-01-15', '2001-07-01')).toEqual([
      '2001-02',
      '2001-03',
      '2001-04',
      '2001-05',
      '2001-06',
      '2001-07',
    ]);
    expect(labels('2001-01-15', '2001-01-17')).toEqual(['2001-01-15', '2001-01-16', '2001-01-17']);
  });

  it('gives at most about eight, in order and inside, for any span', () => {
    const time = fc.integer({ min: Date.UTC(1800, 0), max: Date.UTC(2500, 0) });
    fc.assert(
      fc.property(time, time, (a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const ticks = timeTicks([from, to]);
        expect(ticks.length).toBeLessThanOrEqual(10);
        ticks.forEach((tick, index) => {
          expect(tick.time).toBeGreaterThanOrEqual(from);
          expect(tick.time).toBeLessThanOrEqual(to);
          if (index > 0) expect(tick.time).toBeGreaterThan(ticks[index - 1]?.time ?? NaN);
        });
      }),
    );
  });
});
