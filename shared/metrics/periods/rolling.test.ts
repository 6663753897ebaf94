import { describe, expect, it } from 'vitest';
import { rollingSchema } from '../../contract/models/periods.ts';
import { inputOf } from '../example-input.fixture.ts';
import { computeMetrics } from '../index.ts';
import { rolling, rollingWindow } from './rolling.ts';

const returns = Array.from({ length: 400 }, (_, index) => Math.sin(index * index) / 50);
const benchmarkReturns = Array.from({ length: 400 }, (_, index) => Math.cos(index * 3) / 40);
const given = { returns, benchmarkReturns, riskFreeRate: 0.03 };

describe('rolling', () => {
  it('gives in each window what the metrics give for a run of those bars alone', () => {
    const found = rolling(inputOf(given), 60);
    expect(found.time).toHaveLength(341);
    for (const row of [0, 1, 59, 60, 200, 340]) {
      const part = {
        ...given,
        returns: returns.slice(row, row + 60),
        benchmarkReturns: benchmarkReturns.slice(row, row + 60),
      };
      const metrics = new Map(computeMetrics(inputOf(part)).map(({ id, value }) => [id, value]));
      expect(found.sharpe[row]).toBeCloseTo(metrics.get('sharpe_ratio') ?? NaN, 9);
      expect(found.volatility[row]).toBeCloseTo(metrics.get('volatility') ?? NaN, 9);
      expect(found.beta[row]).toBeCloseTo(metrics.get('beta') ?? NaN, 9);
    }
    expect(found.time[0]).toBe(inputOf(given).time[60]);
    expect(found.time.at(-1)).toBe(inputOf(given).time.at(-1));
    expect(found.note).toBe(
      'over the last 60 bars; annualised with 252 periods a year (as the example says)',
    );
  });

  it('leaves a gap where nothing varies', () => {
    const flat = { returns: [...Array.from({ length: 40 }, () => 0), ...returns.slice(0, 40)] };
    const found = rolling(inputOf(flat), 30);
    expect(found.sharpe[0]).toBeNull();
    expect(found.volatility[0]).toBe(0);
    expect(found.sharpe.at(-1)).not.toBeNull();
    expect(new Set(found.beta)).toEqual(new Set([null]));
    expect(rollingSchema.parse(found)).toEqual(found);
  });

  it('says why there is nothing to draw', () => {
    expect(rolling(inputOf({ returns: returns.slice(0, 20) }), 24)).toMatchObject({
      time: [],
      note: 'needs more than 24 bars; this run has 21',
    });
    expect(rolling(inputOf({ equity: [100, -5, 10, 20] }), 2).note).toMatch(/zero or below/);
    expect(rolling(inputOf({ equity: [100, 101, 102, 101] }), 2).note).toMatch(/month of data/);
  });

  it('is sampled for drawing and keeps its extremes', () => {
    const long = Array.from({ length: 30_000 }, (_, index) => Math.sin(index * index) / 500);
    long[12_345] = 0.5;
    const found = rolling(inputOf({ returns: long, benchmarkReturns: long }), 126);
    expect(found.time.length).toBeLessThanOrEqual(1000);
    expect(Math.max(...found.volatility.map((value) => value ?? 0))).toBeGreaterThan(0.6);
  });
});

describe('rollingWindow', () => {
  it('is half a year of bars, but never less than a beta needs', () => {
    expect([252, 365, 52, 12, 1764].map(rollingWindow)).toEqual([126, 183, 30, 30, 882]);
  });
});
