import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linearTicks, logTicks } from './value-ticks.ts';

describe('linearTicks', () => {
  it('marks round values and keeps the data inside the domain', () => {
    const { domain, ticks } = linearTicks(93_200, 251_000, 5);
    expect(ticks).toEqual([100_000, 150_000, 200_000, 250_000]);
    expect(domain[0]).toBeLessThan(93_200);
    expect(domain[1]).toBeGreaterThan(251_000);
  });

  it('gives a flat curve room on both sides', () => {
    expect(linearTicks(100_000, 100_000, 5)).toEqual({
      domain: [95_000, 105_000],
      ticks: [100_000],
    });
  });

  it('prints no rounding dust', () => {
    expect(linearTicks(-0.56, 0, 5).ticks).toEqual([-0.4, -0.2, 0]);
  });

  it('ends for values that no account has', () => {
    for (const [low, high] of [
      [5e-324, 1],
      [-1e308, 1e308],
      [1e17, 1e17 + 32],
      [NaN, NaN],
    ] as const) {
      expect(linearTicks(low, high, 5).ticks.length).toBeLessThanOrEqual(7);
      expect(logTicks(low, high, 5).ticks.length).toBeLessThanOrEqual(7);
    }
  });

  it('gives few ascending ticks inside the domain for any range', () => {
    const value = fc.double({ min: -1e12, max: 1e12, noNaN: true });
    fc.assert(
      fc.property(value, fc.double({ min: 1e-3, max: 1e12, noNaN: true }), (low, size) => {
        for (const axis of [linearTicks(low, low + size, 5), logTicks(low, low + size, 5)]) {
          expect(axis.domain[0]).toBeLessThan(axis.domain[1]);
          expect(axis.ticks.length).toBeLessThanOrEqual(7);
          axis.ticks.forEach((tick) => {
            expect(tick).toBeGreaterThanOrEqual(axis.domain[0] - Math.abs(tick) * 1e-9);
            expect(tick).toBeLessThanOrEqual(axis.domain[1] + Math.abs(tick) * 1e-9);
          });
        }
      }),
    );
  });
});

describe('logTicks', () => {
  it('uses 1, 2, 5 steps over a decade or two and powers of ten beyond', () => {
    expect(logTicks(100_000, 900_000, 5).ticks).toEqual([100_000, 200_000, 500_000]);
    expect(logTicks(1, 1e9, 5).ticks).toEqual([1, 100, 10_000, 1_000_000, 100_000_000]);
  });

  it('falls back to plain steps within a factor of five', () => {
    expect(logTicks(90_000, 210_000, 5).ticks).toEqual([100_000, 150_000, 200_000]);
  });

  it('has no tick below the axis, where plain steps have more room', () => {
    expect(linearTicks(1.07, 4.9, 5).ticks).toEqual([1, 2, 3, 4, 5]);
    const { domain, ticks } = logTicks(1.07, 4.9, 5);
    expect(domain[0]).toBeGreaterThan(1);
    expect(ticks).toEqual([2, 3, 4, 5]);
  });
});

it('ends even where the ratio of the values overflows', () => {
  const { domain, ticks } = logTicks(1e-300, 1.8e8, 5);
  expect([...domain, ...ticks].every(Number.isFinite)).toBe(true);
});
