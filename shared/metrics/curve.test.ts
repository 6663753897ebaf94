import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buyAndHold, drawdownOf, sampleCurve } from './curve.ts';

const column = (...values: number[]) => Float64Array.from(values);
const equities = fc
  .array(fc.double({ min: -1e6, max: 1e9, noNaN: true }), { maxLength: 400 })
  .map((values) => Float64Array.from(values));
const curves = equities.map((equity) => ({
  time: equity.map((_, index) => index * 86_400_000),
  equity,
  benchmark: equity.map((value) => value / 2),
}));

describe('drawdownOf', () => {
  it('measures from the running peak', () => {
    expect([...drawdownOf(column(100, 120, 90, 120, 150, 75))]).toEqual([0, 0, -0.25, 0, 0, -0.5]);
  });

  it('goes below -1 with negative equity and stays 0 while there is no positive peak', () => {
    expect([...drawdownOf(column(100, -50))]).toEqual([0, -1.5]);
    expect([...drawdownOf(column(-5, -9, 0))]).toEqual([0, 0, 0]);
    expect(drawdownOf(column())).toHaveLength(0);
  });

  it('is never above 0, and 0 exactly at each new peak', () => {
    fc.assert(
      fc.property(equities, (equity) => {
        let peak = 0;
        drawdownOf(equity).forEach((drawdown, index) => {
          const value = equity[index] as number;
          expect(drawdown).toBeLessThanOrEqual(0);
          if (value >= peak) expect(drawdown).toBe(0);
          if (value >= 0) expect(drawdown).toBeGreaterThanOrEqual(-1);
          peak = Math.max(peak, value);
        });
      }),
    );
  });
});

describe('buyAndHold', () => {
  it('follows the closes from the whole cash', () => {
    expect([...buyAndHold(column(50, 100, 25), 1000)]).toEqual([1000, 2000, 500]);
  });

  it('keeps the cash when the first close cannot be bought', () => {
    expect([...buyAndHold(column(0, 10), 1000)]).toEqual([1000, 1000]);
    expect([...buyAndHold(column(-3, 10), 1000)]).toEqual([1000, 1000]);
    expect(buyAndHold(column(), 1000)).toHaveLength(0);
  });
});

describe('sampleCurve', () => {
  it('keeps a short curve whole', () => {
    const full = { time: column(1, 2, 3), equity: column(4, 2, 8), benchmark: column(4, 5, 6) };
    expect(sampleCurve(full)).toEqual({
      time: [1, 2, 3],
      equity: [4, 2, 8],
      drawdown: [0, -0.5, 0],
      benchmark: [4, 5, 6],
    });
  });

  it('keeps the one bar that matters among a million', () => {
    const equity = new Float64Array(1_000_000).fill(100);
    equity[777_777] = 10;
    const full = { time: equity.map((_, index) => index), equity, benchmark: equity };
    const sampled = sampleCurve(full);
    expect(sampled.time).toContain(777_777);
    expect(Math.min(...sampled.drawdown)).toBe(-0.9);
    expect(sampled.time.length).toBeLessThanOrEqual(2000);
  });

  it('refuses a limit that holds no curve', () => {
    const full = { time: column(), equity: column(), benchmark: column() };
    expect(() => sampleCurve(full, 1)).toThrow(RangeError);
    expect(() => sampleCurve(full, NaN)).toThrow(RangeError);
  });

  it('keeps order, both ends and what is drawn, and never exceeds the limit', () => {
    fc.assert(
      fc.property(curves, fc.integer({ min: 2, max: 200 }), (full, limit) => {
        const { time, equity, drawdown, benchmark } = sampleCurve(full, limit);
        expect(time.length).toBeLessThanOrEqual(limit);
        expect(time.length).toBe(Math.min(time.length, full.time.length));
        expect(equity).toHaveLength(time.length);
        expect(benchmark).toHaveLength(time.length);
        expect(time.at(0)).toBe(full.time.at(0));
        expect(time.at(-1)).toBe(full.time.at(-1));
        const wholeDrawdown = drawdownOf(full.equity);
        time.forEach((at, index) => {
          if (index > 0) expect(at).toBeGreaterThan(time[index - 1] as number);
          const bar = full.time.indexOf(at);
          expect(equity[index]).toBe(full.equity[bar]);
          expect(drawdown[index]).toBe(wholeDrawdown[bar]);
          expect(benchmark[index]).toBe(full.benchmark[bar]);
        });
        if (limit >= 6 && time.length > 0) {
          expect(Math.max(...equity)).toBe(Math.max(...full.equity));
          expect(Math.min(...equity)).toBe(Math.min(...full.equity));
          expect(Math.min(...drawdown)).toBe(Math.min(...wholeDrawdown));
        }
      }),
    );
  });
});
