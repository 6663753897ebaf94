import type { Bar } from './indicator.ts';
import {
  changes,
  column,
  combine,
  delayed,
  exponential,
  greatest,
  least,
  mean,
  rolling,
  weighted,
  wilders,
  type Numbers,
  type OracleCase,
} from './oracle-arrays.fixture.ts';

const closes = (bars: readonly Bar[]) => column(bars, 'close');

const awesome = (
  [
    [5, 34],
    [1, 2],
  ] as const
).map(([fast, slow]): OracleCase => ({
  call: `awesomeOscillator(${fast}, ${slow})`,
  ours: (our) => our.awesomeOscillator(fast, slow),
  starts: { value: slow - 1 },
  lines: (bars) => {
    const middle = bars.map(({ high, low }) => (high + low) / 2);
    const [quick, late] = [rolling(middle, fast, mean), rolling(middle, slow, mean)];
    return { value: combine(quick, late, (one, other) => one - other) };
  },
}));

const elder = [1, 13].map((period): OracleCase => ({
  call: `elderRay(${period})`,
  ours: (our) => our.elderRay(period),
  starts: { value: period - 1, bull: period - 1, bear: period - 1 },
  lines: (bars) => {
    const value = exponential(closes(bars), period);
    return {
      value,
      bull: combine(column(bars, 'high'), value, (high, average) => high - average),
      bear: combine(column(bars, 'low'), value, (low, average) => low - average),
    };
  },
}));

const percentChange = (numbers: Numbers, period: number) =>
  combine(numbers, delayed(numbers, period), (now, before) => (100 * (now - before)) / before);

const coppock = (
  [
    [10, 14, 11],
    [3, 1, 6],
    [1, 2, 2],
  ] as const
).map(([average, long, short]): OracleCase => ({
  call: `coppock(${average}, ${long}, ${short})`,
  ours: (our) => our.coppock(average, long, short),
  starts: { value: Math.max(long, short) + average - 1 },
  lines: (bars) => {
    const [first, second] = [long, short].map((period) => percentChange(closes(bars), period));
    const both = combine(first ?? [], second ?? [], (one, other) => one + other);
    return { value: rolling(both, average, weighted) };
  },
}));

const detrended = [1, 2, 3, 20, 21].map((period): OracleCase => ({
  call: `dpo(${period})`,
  ours: (our) => our.dpo(period),
  starts: { value: period <= 2 ? period : period - 1 },
  lines: (bars) => {
    const before = delayed(closes(bars), Math.floor(period / 2) + 1);
    const average = rolling(closes(bars), period, mean);
    return { value: combine(before, average, (price, center) => price - center) };
  },
}));

const strength = (
  [
    [13, 25, 'close'],
    [1, 2, 'close'],
    [5, 8, 'open'],
  ] as const
).map(([fast, slow, source]): OracleCase => ({
  call: `tsi(${fast}, ${slow}, ${source})`,
  ours: (our) => our.tsi(fast, slow, source),
  starts: { value: slow + fast - 1 },
  lines: (bars) => {
    const moves = changes(column(bars, source));
    const twice = (numbers: Numbers) => exponential(exponential(numbers, slow), fast);
    const [net, whole] = [twice(moves), twice(moves.map(Math.abs))];
    return { value: combine(net, whole, (one, all) => (all === 0 ? 0 : (100 * one) / all)) };
  },
}));

/** Wilder's: the average rise in percent of the average rise and fall together. */
function relativeStrength(numbers: Numbers, period: number): number[] {
  const moves = changes(numbers);
  const rise = wilders(
    moves.map((move) => Math.max(move, 0)),
    period,
  );
  const fall = wilders(
    moves.map((move) => Math.max(-move, 0)),
    period,
  );
  return combine(rise, fall, (up, down) => (up + down === 0 ? 0 : (100 * up) / (up + down)));
}

const stochasticStrength = (
  [
    [14, 14, 3, 'close'],
    [5, 3, 2, 'high'],
  ] as const
).map(([period, range, signal, source]): OracleCase => {
  const start = period + range - 1;
  return {
    call: `stochRsi(${period}, ${range}, ${signal}, ${source})`,
    ours: (our) => our.stochRsi(period, range, signal, source),
    starts: { value: start, k: start, d: start + signal - 1 },
    lines: (bars) => {
      const strengths = relativeStrength(column(bars, source), period);
      const place = rolling(strengths, range, (window) => {
        const height = greatest(window) - least(window);
        const above = (window[window.length - 1] ?? Number.NaN) - least(window);
        return height < 1e-9 ? 0 : (100 * above) / height;
      });
      return { value: place, k: place, d: rolling(place, signal, mean) };
    },
  };
});

/** Its lines are held to TA-Lib; its own value is the first of them. */
const stochastic: OracleCase = {
  call: 'stochastic(14, 3, 4)',
  ours: (our) => our.stochastic(14, 3, 4),
  starts: { value: 15 },
  lines: (bars) => {
    const bottom = rolling(column(bars, 'low'), 14, least);
    const height = combine(
      rolling(column(bars, 'high'), 14, greatest),
      bottom,
      (top, low) => top - low,
    );
    const above = combine(closes(bars), bottom, (close, low) => close - low);
    const place = combine(above, height, (part, tall) => (tall === 0 ? 0 : (100 * part) / tall));
    return { value: rolling(place, 3, mean) };
  },
};

export const oscillatorOracles: readonly OracleCase[] = [
  ...awesome,
  ...elder,
  ...coppock,
  ...detrended,
  ...strength,
  ...stochasticStrength,
  stochastic,
];
