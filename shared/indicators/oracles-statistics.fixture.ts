import {
  column,
  combine,
  deviation,
  mean,
  rolling,
  sum,
  type Numbers,
  type OracleCase,
} from './oracle-arrays.fixture.ts';

const score = [2, 5, 20].map((period): OracleCase => ({
  call: `zScore(${period})`,
  ours: (our) => our.zScore(period),
  starts: { value: period - 1 },
  lines: (bars) => {
    const close = column(bars, 'close');
    const far = combine(close, rolling(close, period, mean), (now, middle) => now - middle);
    const spread = rolling(close, period, deviation);
    return { value: combine(far, spread, (away, one) => (one === 0 ? 0 : away / one)) };
  },
}));

// TA-Lib has these three, but loses eight digits of index levels: here they are held at full levels.
const spread = [1, 2, 5, 14, 20].flatMap((period): OracleCase[] => [
  {
    call: `variance(${period})`,
    ours: (our) => our.variance(period),
    starts: { value: period - 1 },
    lines: (bars) => ({
      value: rolling(column(bars, 'close'), period, (window) => deviation(window) ** 2),
    }),
  },
  {
    call: `standardDeviation(${period}, low)`,
    ours: (our) => our.standardDeviation(period, 'low'),
    starts: { value: period - 1 },
    lines: (bars) => ({ value: rolling(column(bars, 'low'), period, deviation) }),
  },
]);

function correlated(first: Numbers, second: Numbers): number {
  const [firstMean, secondMean] = [mean(first), mean(second)];
  const products = combine(first, second, (one, two) => (one - firstMean) * (two - secondMean));
  const spreads = deviation(first) * deviation(second);
  return spreads === 0 ? 0 : sum(products) / first.length / spreads;
}

const correlation = (
  [
    [2, 'close', 'volume'],
    [14, 'close', 'volume'],
    [20, 'high', 'low'],
  ] as const
).map(([period, first, second]): OracleCase => ({
  call: `correlation(${period}, ${first}, ${second})`,
  ours: (our) => our.correlation(period, first, second),
  starts: { value: period - 1 },
  lines: (bars) => ({
    value: bars.map((_, bar) => {
      const window = bars.slice(Math.max(0, bar - period + 1), bar + 1);
      return window.length < period
        ? Number.NaN
        : correlated(column(window, first), column(window, second));
    }),
  }),
}));

export const statisticOracles: readonly OracleCase[] = [...score, ...spread, ...correlation];
