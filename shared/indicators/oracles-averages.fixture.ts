import type { PriceField } from './indicator.ts';
import {
  column,
  combine,
  deviation,
  delayed,
  exponential,
  greatest,
  least,
  mean,
  middles,
  rolling,
  sum,
  trueRanges,
  weighted,
  wilders,
  type OracleCase,
} from './oracle-arrays.fixture.ts';

const hull = ([2, 3, 9, 16, 30] as const).map((period): OracleCase => {
  const root = Math.floor(Math.sqrt(period));
  return {
    call: `hma(${period})`,
    ours: (our) => our.hma(period),
    starts: { value: period + root - 2 },
    lines: (bars) => {
      const close = column(bars, 'close');
      const half = rolling(close, Math.floor(period / 2), weighted);
      const whole = rolling(close, period, weighted);
      const ahead = combine(half, whole, (quick, slow) => 2 * quick - slow);
      return { value: rolling(ahead, root, weighted) };
    },
  };
});

const sources: readonly (readonly [number, PriceField])[] = [
  [1, 'close'],
  [5, 'open'],
  [20, 'high'],
];

const smoothed = sources.map(([period, source]): OracleCase => ({
  call: `smma(${period}, ${source})`,
  ours: (our) => our.smma(period, source),
  starts: { value: period - 1 },
  lines: (bars) => ({ value: wilders(column(bars, source), period) }),
}));

const volumeWeighted = sources.map(([period, source]): OracleCase => ({
  call: `vwma(${period}, ${source})`,
  ours: (our) => our.vwma(period, source),
  starts: { value: period - 1 },
  lines: (bars) => {
    const price = column(bars, source);
    const money = bars.map((bar) => bar[source] * bar.volume);
    const volume = rolling(column(bars, 'volume'), period, sum);
    const average = combine(rolling(money, period, sum), volume, (paid, traded) => paid / traded);
    const plain = rolling(price, period, mean);
    return {
      value: average.map((number, bar) => (volume[bar] === 0 ? (plain[bar] ?? NaN) : number)),
    };
  },
}));

const bollinger = (
  [
    [1, 2, 'close'],
    [5, 1, 'high'],
    [20, 2.5, 'close'],
  ] as const
).map(([period, factor, source]): OracleCase => {
  const start = period - 1;
  return {
    call: `bollinger(${period}, ${factor}, ${source})`,
    ours: (our) => our.bollinger(period, factor, source),
    starts: {
      value: start,
      upper: start,
      middle: start,
      lower: start,
      width: start,
      percent: start,
    },
    lines: (bars) => {
      const price = column(bars, source);
      const middle = rolling(price, period, mean);
      const spread = rolling(price, period, deviation);
      const upper = combine(middle, spread, (center, one) => center + factor * one);
      const lower = combine(middle, spread, (center, one) => center - factor * one);
      const height = combine(upper, lower, (top, bottom) => top - bottom);
      const above = combine(price, lower, (now, bottom) => now - bottom);
      return {
        value: middle,
        upper,
        middle,
        lower,
        width: combine(height, middle, (tall, center) => tall / center),
        percent: combine(above, height, (part, tall) => (tall === 0 ? 0.5 : part / tall)),
      };
    },
  };
});

const keltner = (
  [
    [20, 2, 10],
    [5, 1.5, 14],
    [2, 0.5, 1],
  ] as const
).map(([period, factor, rangePeriod]): OracleCase => {
  const both = Math.max(period - 1, rangePeriod);
  return {
    call: `keltner(${period}, ${factor}, ${rangePeriod})`,
    ours: (our) => our.keltner(period, factor, rangePeriod),
    starts: { value: period - 1, middle: period - 1, upper: both, lower: both },
    lines: (bars) => {
      const middle = exponential(column(bars, 'close'), period);
      const range = wilders(trueRanges(bars), rangePeriod);
      return {
        value: middle,
        middle,
        upper: combine(middle, range, (center, one) => center + factor * one),
        lower: combine(middle, range, (center, one) => center - factor * one),
      };
    },
  };
});

const donchian = [1, 7, 20].map((period): OracleCase => {
  const start = period - 1;
  return {
    call: `donchian(${period})`,
    ours: (our) => our.donchian(period),
    starts: { value: start, upper: start, middle: start, lower: start },
    lines: (bars) => ({
      value: middles(bars, period),
      middle: middles(bars, period),
      upper: rolling(column(bars, 'high'), period, greatest),
      lower: rolling(column(bars, 'low'), period, least),
    }),
  };
});

/** Its lines are held to TA-Lib; its own value is the middle one. */
const acceleration: OracleCase = {
  call: 'accelerationBands(20)',
  ours: (our) => our.accelerationBands(20),
  starts: { value: 19 },
  lines: (bars) => ({ value: rolling(column(bars, 'close'), 20, mean) }),
};

const ichimoku = (
  [
    [9, 26, 52, 26],
    [3, 7, 5, 4],
    [1, 1, 1, 1],
  ] as const
).map(([conversion, base, span, displacement]): OracleCase => ({
  call: `ichimoku(${conversion}, ${base}, ${span}, ${displacement})`,
  ours: (our) => our.ichimoku(conversion, base, span, displacement),
  starts: {
    value: conversion - 1,
    conversion: conversion - 1,
    base: base - 1,
    spanA: base - 1 + displacement,
    spanB: span - 1 + displacement,
  },
  lines: (bars) => {
    const short = middles(bars, conversion);
    const long = middles(bars, base);
    const ahead = combine(short, long, (one, other) => (one + other) / 2);
    return {
      value: short,
      conversion: short,
      base: long,
      spanA: delayed(ahead, displacement),
      spanB: delayed(middles(bars, span), displacement),
    };
  },
}));

export const averageOracles: readonly OracleCase[] = [
  ...hull,
  ...smoothed,
  ...volumeWeighted,
  ...bollinger,
  ...keltner,
  ...donchian,
  acceleration,
  ...ichimoku,
];
