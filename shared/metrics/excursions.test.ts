import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excursionsOf } from './excursions.ts';
import { inputOf } from './example-input.fixture.ts';
import { rangeExtremes } from './range-extremes.ts';

describe('rangeExtremes', () => {
  it('agrees with looking at every row, across blocks', () => {
    const low = Float64Array.from({ length: 2000 }, (_, row) => Math.sin(row * row) * 100);
    const high = low.map((value, row) => value + (row % 7));
    const { lowest, highest } = rangeExtremes(low, high);
    fc.assert(
      fc.property(fc.nat(1999), fc.nat(1999), (one, other) => {
        const [from, to] = [Math.min(one, other), Math.max(one, other)];
        expect(lowest(from, to)).toBe(Math.min(...low.slice(from, to + 1)));
        expect(highest(from, to)).toBe(Math.max(...high.slice(from, to + 1)));
      }),
    );
  });

  it('finds nothing in no rows', () => {
    const { lowest, highest } = rangeExtremes(new Float64Array(3), new Float64Array(3));
    expect([lowest(2, 1), highest(2, 1)]).toEqual([Infinity, -Infinity]);
  });
});

describe('excursionsOf', () => {
  const equity = [100, 100, 100, 100, 100];
  const lows = [50, 90, 95, 80, 10];
  const highs = [200, 110, 120, 105, 300];
  const on = (day: number) => Date.UTC(2001, 0, 1 + day);
  const excursions = (...trades: Parameters<typeof inputOf>[0]['trades'] & object) => {
    const input = inputOf({ equity, lows, highs, trades });
    const { adverse, favorable } = excursionsOf(input.trades, input.instruments);
    const rounded = (column: Float64Array) => [...column].map((value) => Number(value.toFixed(12)));
    return { adverse: rounded(adverse), favorable: rounded(favorable) };
  };
  const held = { entryTime: on(1), exitTime: on(3), entryPrice: 100 };

  it('looks from the entry bar to the exit bar, and mirrors for a short', () => {
    expect(excursions(held)).toEqual({ adverse: [-0.2], favorable: [0.2] });
    expect(excursions({ ...held, direction: 'short', exitTime: on(1) })).toEqual({
      adverse: [-0.1],
      favorable: [0.1],
    });
  });

  it('takes a time between two bars as within the one before for the exit', () => {
    const later = { ...held, entryTime: on(1) + 1, exitTime: on(3) + 3_600_000 };
    expect(excursions(later)).toEqual({ adverse: [-0.2], favorable: [0.2] });
  });

  it('never calls a gain adverse: the entry itself stands at 0', () => {
    expect(excursions({ ...held, entryPrice: 60 }).adverse).toEqual([0]);
    expect(excursions({ ...held, entryPrice: 150 }).favorable).toEqual([0]);
  });

  it('leaves out what cannot be looked up', () => {
    const nothing = { adverse: [], favorable: [] };
    expect(excursions({ ...held, symbol: 'OTHER' })).toEqual(nothing);
    expect(excursions({ ...held, entryTime: on(20), exitTime: on(30) })).toEqual(nothing);
    expect(excursions({ ...held, entryPrice: 0 })).toEqual(nothing);
  });
});
