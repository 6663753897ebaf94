import { createBars, type Bars } from './bars.ts';
import { sessionOf, type ZoneOffset } from './sessions.ts';

export type LongerInterval = 'hourly' | 'daily' | 'weekly' | 'monthly';

const hour = 3_600_000;
const day = 86_400_000;

/**
 * Joins bars into longer ones: first open, highest high, lowest low, last close, summed volume. A
 * longer bar's time is that of the first bar in it, so nothing is known before it was traded. Days,
 * weeks (from Monday) and months are those of the trading sessions.
 */
export function resample(
  bars: Bars,
  interval: LongerInterval,
  sessions: readonly ZoneOffset[],
): Bars {
  const starts: number[] = [];
  let current = NaN;
  bars.time.forEach((time, row) => {
    const period = periodOf(time, interval, sessions);
    if (period !== current) starts.push(row);
    current = period;
  });
  const columns = {
    time: new Float64Array(starts.length),
    open: new Float64Array(starts.length),
    high: new Float64Array(starts.length),
    low: new Float64Array(starts.length),
    close: new Float64Array(starts.length),
    volume: new Float64Array(starts.length),
  };
  starts.forEach((from, index) => {
    const to = starts[index + 1] ?? bars.time.length;
    let [high, low, volume] = [-Infinity, Infinity, 0];
    for (let row = from; row < to; row += 1) {
      high = Math.max(high, bars.high[row] as number);
      low = Math.min(low, bars.low[row] as number);
      volume += bars.volume[row] as number;
    }
    columns.time[index] = bars.time[from] as number;
    columns.open[index] = bars.open[from] as number;
    columns.high[index] = high;
    columns.low[index] = low;
    columns.close[index] = bars.close[to - 1] as number;
    columns.volume[index] = volume;
  });
  return createBars(bars.symbol, columns);
}

/** A number that is equal for times of the same period and differs between neighbours. */
function periodOf(time: number, interval: LongerInterval, sessions: readonly ZoneOffset[]): number {
  if (interval === 'hourly') return Math.floor(time / hour);
  const session = sessionOf(time, sessions);
  if (interval === 'daily') return session;
  // Day 0, 1970-01-01, was a Thursday.
  if (interval === 'weekly') return Math.floor((session + 3) / 7);
  const date = new Date(session * day);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}
