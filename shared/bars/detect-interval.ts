const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How far apart the bars are, in an analyst's words. */
export type Interval =
  | 'daily'
  | 'weekly'
  | 'monthly'
  | 'quarterly'
  | 'yearly'
  | 'hourly'
  | '1 minute'
  | `${number} minutes`
  | 'irregular';

/**
 * The calendar intervals and the distances in milliseconds that count as one. A day may be an hour
 * shorter or longer (daylight saving); a month's first business day moves by up to three days.
 */
const calendarIntervals: readonly [name: Interval, shortest: number, longest: number][] = [
  ['daily', day - hour, day + hour],
  ['weekly', 6 * day, 8 * day],
  ['monthly', 26 * day, 35 * day],
  ['quarterly', 86 * day, 96 * day],
  ['yearly', 360 * day, 370 * day],
];

/** More distances than this are sampled evenly: the answer does not get better. */
const maximumSample = 10_000;

/**
 * Names the interval of bars from their times (milliseconds, ascending). The median distance
 * decides, and at least half of all distances must agree with it, so nights, weekends and holidays
 * do not matter; otherwise, and for fewer than two bars, the answer is `irregular`.
 */
export function detectInterval(time: Float64Array): Interval {
  const distances = sampleDistances(time).sort();
  const median = distances[distances.length >> 1];
  if (median === undefined || !(median > 0)) return 'irregular';
  const agrees = (shortest: number, longest: number) =>
    2 * distances.filter((distance) => distance >= shortest && distance <= longest).length >=
    distances.length;

  for (const [name, shortest, longest] of calendarIntervals) {
    if (median >= shortest && median <= longest) {
      return agrees(shortest, longest) ? name : 'irregular';
    }
  }
  const minutes = median / minute;
  if (median >= day || !Number.isInteger(minutes) || !agrees(median, median)) return 'irregular';
  if (minutes === 60) return 'hourly';
  return minutes === 1 ? '1 minute' : `${minutes} minutes`;
}

function sampleDistances(time: Float64Array): Float64Array {
  const available = Math.max(0, time.length - 1);
  const count = Math.min(available, maximumSample);
  const distances = new Float64Array(count);
  for (let index = 0; index < count; index += 1) {
    const at = Math.floor((index * available) / count);
    distances[index] = (time[at + 1] as number) - (time[at] as number);
  }
  return distances;
}
