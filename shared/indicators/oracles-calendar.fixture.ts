import type { Bar } from './indicator.ts';
import {
  column,
  greatest,
  least,
  sum,
  typicalPrices,
  type Numbers,
  type OracleCase,
} from './oracle-arrays.fixture.ts';

const day = 86_400_000;

/** The name of the UTC day, month, or week by its Monday. */
function periodName(time: number, period: 'day' | 'week' | 'month'): string {
  const name = (when: number) => new Date(when).toISOString().slice(0, 10);
  if (period === 'day') return name(time);
  if (period === 'month') return name(time).slice(0, 7);
  return name(time - ((new Date(time).getUTCDay() + 6) % 7) * day);
}

/** The bars of each period, in order. */
function periodsOf(bars: readonly Bar[], period: 'day' | 'week' | 'month'): Bar[][] {
  const groups = new Map<string, Bar[]>();
  for (const bar of bars) {
    const name = periodName(bar.time, period);
    groups.set(name, [...(groups.get(name) ?? []), bar]);
  }
  return [...groups.values()];
}

function levels(before: readonly Bar[]): Record<string, number> {
  const high = greatest(column(before, 'high'));
  const low = least(column(before, 'low'));
  const value = (high + low + (before.at(-1)?.close ?? Number.NaN)) / 3;
  return before.length === 0
    ? {}
    : {
        value,
        r1: value + (value - low),
        s1: value - (high - value),
        r2: value + (high - low),
        s2: value - (high - low),
        r3: high + 2 * (value - low),
        s3: low - 2 * (high - value),
      };
}

const pivots = (['day', 'week', 'month'] as const).map((period): OracleCase => ({
  call: `pivots(${period})`,
  ours: (our) => our.pivots(period),
  starts: {},
  lines: (bars) => {
    const periods = periodsOf(bars, period);
    const numbers = periods.flatMap((group, place) => {
      const known = levels(periods[place - 1] ?? []);
      return group.map(() => known);
    });
    const line = (name: string) => numbers.map((known) => known[name] ?? Number.NaN);
    return Object.fromEntries(
      ['value', 'r1', 'r2', 'r3', 's1', 's2', 's3'].map((name) => [name, line(name)]),
    );
  },
}));

const vwap = (['day', 'week', 'month'] as const).map((period): OracleCase => ({
  call: `vwap(${period})`,
  ours: (our) => our.vwap(period),
  starts: { value: 0 },
  lines: (bars) => ({
    value: periodsOf(bars, period).flatMap((group) =>
      typicalPrices(group).map((typical, place) => {
        const soFar = group.slice(0, place + 1);
        const prices = typicalPrices(soFar);
        const volume = sum(column(soFar, 'volume'));
        const money = sum(soFar.map((bar, from) => (prices[from] ?? Number.NaN) * bar.volume));
        return volume === 0 ? typical : money / volume;
      }),
    ),
  }),
}));

/** At each bar, the newest price that stood out and whose `right` bars have passed by then. */
function swings(prices: Numbers, left: number, right: number): number[] {
  const stoodOut = prices.map((price, place) => {
    const before = prices.slice(Math.max(0, place - left), place);
    const after = prices.slice(place + 1, place + 1 + right);
    if (before.length < left || after.length < right) return false;
    return before.every((other) => price >= other) && after.every((other) => price > other);
  });
  return prices.map((_, bar) => {
    const place = stoodOut.slice(0, Math.max(0, bar - right + 1)).lastIndexOf(true);
    return prices[place] ?? Number.NaN;
  });
}

const swing = (
  [
    [5, 5],
    [1, 1],
    [2, 4],
    [4, 1],
  ] as const
).flatMap(([left, right]): OracleCase[] => [
  {
    call: `swingHigh(${left}, ${right})`,
    ours: (our) => our.swingHigh(left, right),
    starts: {},
    lines: (bars) => ({ value: swings(column(bars, 'high'), left, right) }),
  },
  {
    call: `swingLow(${left}, ${right})`,
    ours: (our) => our.swingLow(left, right),
    starts: {},
    lines: (bars) => {
      const upsideDown = bars.map(({ low }) => -low);
      return { value: swings(upsideDown, left, right).map((price) => -price) };
    },
  },
]);

export const calendarOracles: readonly OracleCase[] = [...pivots, ...vwap, ...swing];
