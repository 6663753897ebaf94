import { describe, expect, it } from 'vitest';
import { adjustedBars, rawBars } from './adjust.ts';
import { createBars, type Bars } from './bars.ts';
import { resample } from './resample.ts';
import { utcSessions } from './sessions.ts';

const hour = 3_600_000;

/** Closes 1, 2, 3 …, each bar from the close before to its own, high and low one beyond. */
function steps(times: readonly number[]): Bars {
  const time = Float64Array.from(times);
  const close = time.map((_, index) => index + 1);
  return createBars('TEST', {
    time,
    open: close.map((value) => value - 1),
    high: close.map((value) => value + 1),
    low: close.map((value) => value - 2),
    close,
    volume: close.map(() => 10),
  });
}

describe('resample', () => {
  it('joins the bars of a day, and dates them by the first of them', () => {
    const start = Date.UTC(2020, 0, 1, 9);
    const bars = steps([0, 1, 2, 24, 25].map((hours) => start + hours * hour));
    const days = resample(bars, 'daily', utcSessions);
    expect([...days.time]).toEqual([start, start + 24 * hour]);
    expect([...days.open]).toEqual([0, 3]);
    expect([...days.high]).toEqual([4, 6]);
    expect([...days.low]).toEqual([-1, 2]);
    expect([...days.close]).toEqual([3, 5]);
    expect([...days.volume]).toEqual([30, 20]);
  });

  it('counts days by the session: with an evening start the bar of 23:00 is the next day', () => {
    const evening = [{ from: -Infinity, offset: 6 * hour }];
    const bars = steps([12, 17, 18, 23, 30].map((hours) => hours * hour));
    expect([...resample(bars, 'daily', evening).close]).toEqual([2, 5]);
  });

  it.each([
    ['weekly', ['2020-01-03', '2020-01-05', '2020-01-06', '2020-01-12', '2020-01-13'], [2, 4, 5]],
    ['monthly', ['2019-12-31', '2020-01-01', '2020-01-31', '2020-02-29'], [1, 3, 4]],
    ['hourly', ['2020-01-01T00:10Z', '2020-01-01T00:59Z', '2020-01-01T01:00Z'], [2, 3]],
  ] as const)('%s', (interval, dates, closes) => {
    const bars = steps(dates.map((date) => Date.parse(date)));
    expect([...resample(bars, interval, utcSessions).close]).toEqual(closes);
  });

  it('of nothing is nothing', () => {
    expect(resample(steps([]), 'daily', utcSessions).time).toHaveLength(0);
  });
});

describe('adjusted prices', () => {
  const bars = { ...steps([0, hour]), adjustedClose: Float64Array.of(0.5, 2) };

  it('scale every price of a bar by adjusted over traded close', () => {
    const adjusted = adjustedBars(bars);
    expect([...adjusted.close]).toEqual([0.5, 2]);
    expect([...adjusted.high]).toEqual([1, 3]);
    expect([...adjusted.open]).toEqual([0, 1]);
    expect([...adjusted.volume]).toEqual([10, 10]);
    expect(adjusted.adjustedClose).toBeUndefined();
  });

  it('and raw ones are never mixed', () => {
    expect(rawBars(bars).adjustedClose).toBeUndefined();
    expect([...rawBars(bars).close]).toEqual([1, 2]);
    const plain = steps([0]);
    expect(adjustedBars(plain)).toBe(plain);
  });
});
