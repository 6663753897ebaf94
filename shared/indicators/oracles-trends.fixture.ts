import type { Bar } from './indicator.ts';
import {
  at,
  changes,
  column,
  combine,
  delayed,
  exponential,
  greatest,
  least,
  rolling,
  sum,
  trueRanges,
  wilders,
  type OracleCase,
} from './oracle-arrays.fixture.ts';

/** Seban's rules, a bar at a time because each band depends on where the last one stood. */
function superTrendLines(bars: readonly Bar[], period: number, factor: number) {
  const range = wilders(trueRanges(bars), period);
  const upper: number[] = [];
  const lower: number[] = [];
  const direction: number[] = [];
  bars.forEach(({ high, low, close }, bar) => {
    const [lastUpper, lastLower] = [at(upper, bar - 1), at(lower, bar - 1)];
    const before = bars[bar - 1]?.close ?? Number.NaN;
    const reach = factor * at(range, bar);
    const [top, bottom] = [(high + low) / 2 + reach, (high + low) / 2 - reach];
    const isFirst = Number.isNaN(lastUpper);
    upper.push(isFirst || top < lastUpper || before > lastUpper ? top : lastUpper);
    lower.push(isFirst || bottom > lastLower || before < lastLower ? bottom : lastLower);
    const staysUp = at(direction, bar - 1) === 1 && !(close < at(lower, bar));
    const turnsUp = at(direction, bar - 1) !== 1 && close > at(upper, bar);
    direction.push(Number.isNaN(reach) ? Number.NaN : staysUp || turnsUp ? 1 : -1);
  });
  const value = direction.map((way, bar) => (way === 1 ? at(lower, bar) : at(upper, bar)));
  return { value, direction };
}

const superTrend = (
  [
    [10, 3],
    [3, 1],
    [1, 0.3],
    [2, 0.05],
  ] as const
).map(([period, factor]): OracleCase => ({
  call: `superTrend(${period}, ${factor})`,
  ours: (our) => our.superTrend(period, factor),
  starts: { value: period, direction: period },
  lines: (bars) => superTrendLines(bars, period, factor),
}));

/**
 * Wilder's stop and reverse from the list of a trade's bars: the extreme is the best price since its
 * first bar, the acceleration a step for each time a later bar bettered it. A short trade is a long
 * one in prices turned upside down. TA-Lib's start is kept: bar 1 bounds the first stop twice.
 */
function parabolicLines(bars: readonly Bar[], step: number, maximum: number) {
  const value = bars.map(() => Number.NaN);
  const direction = bars.map(() => Number.NaN);
  const [high, low] = [column(bars, 'high'), column(bars, 'low')];
  const best = (bar: number, way: number) => way * at(way === 1 ? high : low, bar);
  const worst = (bar: number, way: number) => -best(bar, -way);
  const bound = (bar: number, way: number) =>
    Math.min(worst(bar, way), worst(Math.max(1, bar - 1), way));
  const further = (way: number) => best(1, way) - best(0, way);
  let way = further(-1) > Math.max(0, further(1)) ? -1 : 1;
  let stop = worst(0, way);
  let trade: number[] = [best(1, way)];
  for (let bar = 1; bar < bars.length; bar += 1) {
    if (worst(bar, way) <= stop) {
      const extreme = greatest(trade);
      way = -way;
      stop = Math.min(-extreme, bound(bar, way));
      trade = [];
    }
    value[bar] = way * stop;
    direction[bar] = way;
    trade.push(best(bar, way));
    const records = trade.filter((price, place) => price > greatest(trade.slice(0, place)));
    const acceleration = Math.min(maximum, step * records.length);
    stop = Math.min(stop + acceleration * (greatest(trade) - stop), bound(bar, way));
  }
  return { value, direction };
}

const parabolic = (
  [
    [0.02, 0.2],
    [0.05, 0.1],
    [0.4, 0.3],
  ] as const
).map(([step, maximum]): OracleCase => ({
  call: `parabolicSar(${step}, ${maximum})`,
  ours: (our) => our.parabolicSar(step, maximum),
  starts: { value: 1, direction: 1 },
  lines: (bars) => parabolicLines(bars, step, maximum),
}));

const vortex = [1, 2, 14].map((period): OracleCase => ({
  call: `vortex(${period})`,
  ours: (our) => our.vortex(period),
  starts: { value: period, plus: period, minus: period },
  lines: (bars) => {
    const [high, low] = [column(bars, 'high'), column(bars, 'low')];
    const apart = (one: number, other: number) => Math.abs(one - other);
    const range = rolling(trueRanges(bars), period, sum);
    const share = (moves: number[]) =>
      combine(rolling(moves, period, sum), range, (moved, all) => (all === 0 ? 0 : moved / all));
    const plus = share(combine(high, delayed(low, 1), apart));
    const minus = share(combine(low, delayed(high, 1), apart));
    return { value: combine(plus, minus, (rise, fall) => rise - fall), plus, minus };
  },
}));

const choppiness = [2, 7, 14].map((period): OracleCase => ({
  call: `choppiness(${period})`,
  ours: (our) => our.choppiness(period),
  starts: { value: period },
  lines: (bars) => {
    const height = combine(
      rolling(column(bars, 'high'), period, greatest),
      rolling(column(bars, 'low'), period, least),
      (top, bottom) => top - bottom,
    );
    return {
      value: combine(rolling(trueRanges(bars), period, sum), height, (path, tall) =>
        Number.isNaN(path) || (path !== 0 && tall !== 0)
          ? (100 * Math.log10(path / tall)) / Math.log10(period)
          : 100,
      ),
    };
  },
}));

const massIndex = (
  [
    [9, 25],
    [3, 5],
    [1, 1],
  ] as const
).map(([smoothing, period]): OracleCase => ({
  call: `massIndex(${smoothing}, ${period})`,
  ours: (our) => our.massIndex(smoothing, period),
  starts: { value: 2 * (smoothing - 1) + period - 1 },
  lines: (bars) => {
    const once = exponential(
      bars.map(({ high, low }) => high - low),
      smoothing,
    );
    const twice = exponential(once, smoothing);
    const ratio = combine(once, twice, (first, second) => (second === 0 ? 1 : first / second));
    return { value: rolling(ratio, period, sum) };
  },
}));

/** Chaikin's multiplier: twice the place of the close in its bar, less 1. */
const place = ({ high, low, close }: Bar) =>
  high === low ? 0 : (2 * (close - low)) / (high - low) - 1;

const moneyFlow = [1, 5, 20].map((period): OracleCase => ({
  call: `cmf(${period})`,
  ours: (our) => our.cmf(period),
  starts: { value: period - 1 },
  lines: (bars) => {
    const flow = rolling(
      bars.map((bar) => place(bar) * bar.volume),
      period,
      sum,
    );
    const volume = rolling(column(bars, 'volume'), period, sum);
    return { value: combine(flow, volume, (net, all) => (all === 0 ? 0 : net / all)) };
  },
}));

const force = [1, 2, 13].map((period): OracleCase => ({
  call: `forceIndex(${period})`,
  ours: (our) => our.forceIndex(period),
  starts: { value: period },
  lines: (bars) => {
    const moved = changes(column(bars, 'close'));
    const pushed = combine(moved, column(bars, 'volume'), (move, volume) => move * volume);
    return { value: exponential(pushed, period) };
  },
}));

export const trendOracles: readonly OracleCase[] = [
  ...superTrend,
  ...parabolic,
  ...vortex,
  ...choppiness,
  ...massIndex,
  ...moneyFlow,
  ...force,
];
