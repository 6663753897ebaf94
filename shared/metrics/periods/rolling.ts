import type { MetricsInput } from '../definition.ts';
import { annualisedNote, tooShortForAYear } from '../figure.ts';
import { returnsOf } from '../returns.ts';
import { fewestForShape } from '../samples.ts';
import { samplePoints } from '../sample-points.ts';
import { windowMoments } from './window-moments.ts';

/** Columns of equal length, sampled for drawing; null where a window has no such figure. */
export interface RollingFigures {
  /** Returns in each window. */
  readonly window: number;
  /** Each window's last bar, in milliseconds. */
  readonly time: number[];
  readonly sharpe: (number | null)[];
  readonly volatility: (number | null)[];
  readonly beta: (number | null)[];
  /** What they stand on; where they are empty, why. */
  readonly note: string;
}

/** Two points a pixel of a wide window; three drawings of more would only be slower. */
const maximumPoints = 1000;

/** Half a year of bars shows a change within the year; fewer returns than a beta needs are too few. */
export function rollingWindow(periodsPerYear: number): number {
  return Math.max(fewestForShape, Math.round(periodsPerYear / 2));
}

type Given = Pick<
  MetricsInput,
  'time' | 'equity' | 'benchmark' | 'periodsPerYear' | 'riskFreeRate'
>;

/** Sharpe ratio, volatility (both annualised) and beta over every window of returns. */
export function rolling(input: Given, window: number): RollingFigures {
  const none = (note: string): RollingFigures => ({
    window,
    time: [],
    sharpe: [],
    volatility: [],
    beta: [],
    note,
  });
  const { time, equity, periodsPerYear, riskFreeRate } = input;
  const returns = returnsOf(equity);
  if (returns.problem !== '') return none(returns.problem);
  const count = returns.values.length - window + 1;
  if (count < 1) return none(`needs more than ${window} bars; this run has ${equity.length}`);
  const short = tooShortForAYear(time);
  if (short) return none(short.note);

  const own = returnsOf(input.benchmark);
  const benchmark = own.problem === '' ? own.values : new Float64Array(returns.values.length);
  const moments = windowMoments(returns.values, benchmark, window);
  const riskFree = (1 + riskFreeRate) ** (1 / periodsPerYear.periods) - 1;
  const root = Math.sqrt(periodsPerYear.periods);
  const mean = moments.mean.subarray(window - 1);
  const deviation = moments.deviation.subarray(window - 1);
  const sharpe = mean.map((value, index) => {
    const spread = deviation[index] as number;
    return spread === 0 ? NaN : ((value - riskFree) / spread) * root;
  });
  const volatility = deviation.map((value) => value * root);
  const beta = moments.slope.subarray(window - 1);

  const kept = samplePoints([sharpe, volatility, beta], maximumPoints);
  const pick = (column: Float64Array) =>
    kept.map((index) => (Number.isFinite(column[index]) ? (column[index] as number) : null));
  return {
    window,
    time: kept.map((index) => time[index + window] as number),
    sharpe: pick(sharpe),
    volatility: pick(volatility),
    beta: pick(beta),
    note: `over the last ${window} bars; ${annualisedNote(input)}`,
  };
}
