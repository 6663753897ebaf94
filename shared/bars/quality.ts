import type { Bars } from './bars.ts';
import { detectInterval } from './detect-interval.ts';
import { formatTime } from './format-time.ts';

const day = 86_400_000;

/** The longest pause that is normal: the longest holiday of a market, or one bar left out. */
const longestPause: Partial<Record<string, number>> = {
  weekly: 15 * day,
  monthly: 65 * day,
  quarterly: 190 * day,
  yearly: 740 * day,
};
const longestPauseOfDays = 7 * day;

/** A move is suspicious when it is this many times the usual one, and large in itself. */
const suspiciousTimes = 15;
const suspiciousMove = 0.3;

/**
 * What an analyst should know about the data before trusting a result: long gaps, bars without
 * volume, moves that look like a split or a typing error. Empty when nothing stands out.
 */
export function assessQuality(bars: Bars): string[] {
  return [gaps(bars.time), withoutVolume(bars), suspiciousMoves(bars)].filter(
    (warning) => warning !== undefined,
  );
}

function gaps(time: Float64Array): string | undefined {
  const interval = detectInterval(time);
  if (interval === 'irregular') return undefined;
  const longest = longestPause[interval] ?? longestPauseOfDays;
  const pause = (index: number) => (time[index] as number) - (time[index - 1] as number);
  const found = indexes(time.length, (index) => pause(index) > longest);
  const [first] = found;
  if (first === undefined) return undefined;
  const days = Math.round(pause(first) / day);
  return `${plural(found.length, 'gap')} in ${interval} bars, the first of ${days} days after ${formatTime(time[first - 1] as number)}.`;
}

function withoutVolume({ time, volume }: Bars): string | undefined {
  const found = indexes(volume.length, (index) => volume[index] === 0, 0);
  const [first] = found;
  // A series without any volume is an index or a fund; the importer has said so already.
  if (first === undefined || found.length === volume.length) return undefined;
  return `${plural(found.length, 'bar')} without volume, the first on ${formatTime(time[first] as number)}.`;
}

function suspiciousMoves({ time, close }: Bars): string | undefined {
  const move = (index: number) => Math.log((close[index] as number) / (close[index - 1] as number));
  const sizes = Float64Array.from({ length: Math.max(0, close.length - 1) }, (_, index) =>
    Math.abs(move(index + 1)),
  ).sort();
  // The median, because the very moves looked for would blow up a standard deviation.
  const usual = sizes[sizes.length >> 1] ?? 0;
  const limit = Math.max(suspiciousMove, suspiciousTimes * usual);
  const found = indexes(close.length, (index) => Math.abs(move(index)) > limit);
  const [first] = found;
  if (first === undefined) return undefined;
  const change = ((Math.exp(move(first)) - 1) * 100).toFixed(1);
  return `${plural(found.length, 'unusual move')}, the first of ${change} % on ${formatTime(time[first] as number)}: look for a split or a wrong price.`;
}

function indexes(length: number, holds: (index: number) => boolean, from = 1): number[] {
  const found: number[] = [];
  for (let index = from; index < length; index += 1) if (holds(index)) found.push(index);
  return found;
}

function plural(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
}
