import { describe, expect, it } from 'vitest';
import { makeDefault, makers } from './every-indicator.fixture.ts';
import type { Bar } from './indicator.ts';
import { lineNames, lines } from './lines.fixture.ts';
import { hardSeries, sp500 } from './test-series.fixture.ts';

const market = sp500();
const hard = hardSeries(
  Array.from({ length: 12 }, (_, place) =>
    place % 3 === 1
      ? { kind: 'flat', bars: 5 * place }
      : { kind: 'walk', moves: Array.from({ length: 70 }, (_, at) => ((at * 37) % 101) - 50) },
  ),
);

const everyLine = (name: string, bars: readonly Bar[]) => {
  const indicator = makeDefault(name);
  return lines(indicator, lineNames(indicator), bars);
};

/** Where two runs of numbers are further apart than 1e-9 of the greater, or of 1. */
function firstDifference(some: readonly number[], others: readonly number[]): number {
  return some.findIndex((one, place) => {
    const other = others[place] as number;
    const near = Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(other));
    return !near && !(Number.isNaN(one) && Number.isNaN(other));
  });
}

/** The least and the greatest value that the docstring allows. */
const ranges: Readonly<Record<string, readonly [number, number]>> = {
  ...Object.fromEntries(
    ['rsi', 'mfi', 'ultimateOscillator', 'stochastic', 'stochRsi', 'adx', 'adxr'].map((name) => [
      name,
      [0, 100],
    ]),
  ),
  ...Object.fromEntries(['cmo', 'tsi'].map((name) => [name, [-100, 100]])),
  ...Object.fromEntries(['cmf', 'correlation', 'balanceOfPower'].map((name) => [name, [-1, 1]])),
  ...Object.fromEntries(
    ['variance', 'standardDeviation', 'meanDeviation', 'atr', 'natr', 'trueRange'].map((name) => [
      name,
      [0, Infinity],
    ]),
  ),
  williamsR: [-100, 0],
  aroon: [-100, 100],
};

describe('within the range that its docstring names', () => {
  it.each(Object.entries(ranges))('%s', (name, [least, greatest]) => {
    for (const bars of [market, hard]) {
      for (const numbers of everyLine(name, bars)) {
        const outside = numbers.find((one) => one < least - 1e-9 || one > greatest + 1e-9);
        expect(outside).toBeUndefined();
      }
    }
  });
});

describe('keeps nothing of the bar object, which the engine uses again', () => {
  it.each([...makers.keys()])('%s', (name) => {
    const [own, shared] = [makeDefault(name), makeDefault(name)];
    const one: { -readonly [Key in keyof Bar]: Bar[Key] } = { ...(market[0] as Bar) };
    const different = market.slice(0, 400).findIndex((bar) => {
      own.update(bar);
      shared.update(Object.assign(one, bar));
      Object.assign(one, { open: -1, high: -1, low: -1, close: -1, volume: -1, time: -1 });
      return !Object.is(own.value, shared.value);
    });
    expect(different).toBe(-1);
  });
});

/** Those that look back a fixed number of bars and no further. */
const finite = [
  'accelerationBands aroon awesomeOscillator bollinger cci choppiness cmf coppock correlation',
  'donchian dpo highest hma ichimoku linearRegression lowest meanDeviation mfi midPrice midpoint',
  'momentum roc sma standardDeviation stochastic trima ultimateOscillator variance vortex vwma',
  'williamsR wma zScore',
].flatMap((names) => names.split(' '));

describe('forgets what has left its window, however large it was', () => {
  // Prices a million million times as large leave nothing of a running sum's digits.
  const huge = market.slice(0, 500).map((bar) => ({
    ...bar,
    open: bar.open * 1e12,
    high: bar.high * 1e12,
    low: bar.low * 1e12,
    close: bar.close * 1e12,
    volume: bar.volume * 1e6,
  }));
  const after = market.slice(1000, 1400);

  it.each(finite)('%s', (name) => {
    const fresh = everyLine(name, after);
    everyLine(name, [...huge, ...after]).forEach((numbers, line) => {
      const [seen, expected] = [numbers.slice(500 + 200), (fresh[line] as number[]).slice(200)];
      expect(firstDifference(seen, expected)).toBe(-1);
    });
  });
});
