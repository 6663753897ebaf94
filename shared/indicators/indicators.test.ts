import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atr, crossesAbove, crossesBelow, ema, highest, lowest, rsi, sma } from './index.ts';
import type { Indicator, Line } from './indicator.ts';

function values(indicator: Indicator, closes: readonly number[]): number[] {
  return closes.map((close, index) => {
    indicator.update({
      index,
      time: index,
      open: close,
      high: close,
      low: close,
      close,
      volume: 0,
    });
    return indicator.value;
  });
}

// Wilder's RSI and ATR worked examples as printed at StockCharts' ChartSchool, "Relative Strength
// Index (RSI)", calculation sheet for QQQQ, closes from 14 December 2009 on.
const qqqq = [
  44.3389, 44.0902, 44.1497, 43.6124, 44.3278, 44.8264, 45.0955, 45.4245, 45.8433, 46.0826, 45.8931,
  46.0328, 45.614, 46.282, 46.282, 46.0028, 46.0328, 46.4116, 46.2222, 45.6439, 46.2122,
];

describe('rsi', () => {
  it('equals the published example', () => {
    const computed = values(rsi(14), qqqq);
    expect(computed.slice(0, 14).every(Number.isNaN)).toBe(true);
    const published = [70.53, 66.32, 66.55, 69.41, 66.36, 57.97, 62.93];
    published.forEach((value, index) => expect(computed[14 + index]).toBeCloseTo(value, 1));
  });
});

describe('moving averages', () => {
  it('sma is the mean of the window, NaN before it is full', () => {
    expect(values(sma(3), [1, 2, 3, 4, 8])).toEqual([Number.NaN, Number.NaN, 2, 3, 5]);
  });

  it('sma of equal prices is exactly that price', () => {
    expect(values(sma(3), [0.3, 0.1, 0.1, 0.1]).at(-1)).toBe(0.1);
    expect(values(sma(7), Array<number>(9).fill(1.1)).at(-1)).toBe(1.1);
  });

  it('ema starts from the simple average and moves by 2 / (n + 1)', () => {
    expect(values(ema(3), [1, 2, 3, 5, 5])).toEqual([Number.NaN, Number.NaN, 2, 3.5, 4.25]);
  });
});

describe('atr', () => {
  it('averages true ranges, gaps included, with Wilder smoothing', () => {
    // True ranges: 3 (gap up to 12 over the close of 9), 2, then smoothed (2.5 · 1 + 4) / 2.
    const rows = [
      [10, 8, 9],
      [12, 10, 11],
      [12, 10, 10],
      [14, 12, 13],
    ] as const;
    const indicator = atr(2);
    const seen = rows.map(([high, low, close], index) => {
      indicator.update({ index, time: index, open: low, high, low, close, volume: 0 });
      return indicator.value;
    });
    expect(seen).toEqual([Number.NaN, Number.NaN, 2.5, 3.25]);
  });
});

describe('highest and lowest', () => {
  it('equal the naive extreme of the window at every bar', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 200 }),
        fc.integer({ min: 1, max: 20 }),
        (series, period) => {
          const high = values(highest(period, 'close'), series);
          const low = values(lowest(period, 'close'), series);
          series.forEach((_, index) => {
            if (index < period - 1) {
              expect(high[index]).toBeNaN();
              return;
            }
            const window = series.slice(index - period + 1, index + 1);
            expect(high[index]! + 0).toBe(Math.max(...window) + 0);
            expect(low[index]! + 0).toBe(Math.min(...window) + 0);
          });
        },
      ),
    );
  });
});

describe('crosses', () => {
  const level = (previous: number, value: number): Line => ({
    previous,
    value,
  });

  it('are true on the crossing bar only, and never while a side is not ready', () => {
    expect(crossesAbove(level(1, 3), level(2, 2))).toBe(true);
    expect(crossesAbove(level(2, 3), 2)).toBe(true);
    expect(crossesAbove(level(3, 4), 2)).toBe(false);
    expect(crossesBelow(level(3, 1), 2)).toBe(true);
    expect(crossesAbove(level(Number.NaN, 3), 2)).toBe(false);
  });
});

describe('bad arguments', () => {
  it('name the indicator and what is allowed', () => {
    expect(() => sma(0)).toThrow('sma: period must be a whole number from 1 to 100000');
    expect(() => sma(2.5)).toThrow('sma: period');
    expect(() => highest(5, 'price' as 'high')).toThrow('highest: source must be');
  });
});
