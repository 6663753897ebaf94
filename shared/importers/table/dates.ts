import { parseClock } from './clock.ts';

/** How a file writes its dates. `numeric` is day and month in an order that the whole file decides. */
export type DateStyle = 'year-first' | 'compact' | 'numeric' | 'named' | 'unix';

/**
 * One moment as written: three numbers whose order may still be open, the time of day as
 * milliseconds, and the zone as milliseconds east of UTC (null when none is written).
 */
export interface WrittenDate {
  readonly year: number;
  /** The month, or for `numeric` whatever stands first. */
  readonly first: number;
  /** The day, or for `numeric` whatever stands second. */
  readonly second: number;
  readonly clock: number;
  readonly zone: number | null;
}

/** No date is longer; the cells of a hostile file can be megabytes long. */
const longestDate = 60;

const patterns: Record<DateStyle, RegExp> = {
  'year-first': /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:$|[T ,]+)/,
  compact: /^((?:1[6-9]|2[01])\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])(?:$|[T ]+|(?=\d{4}(?:\d\d)?$))/,
  numeric: /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?:$|[T ,]+)/,
  named: /^(?:(\d{1,2})[-. ]+(\p{L}{3,9})|(\p{L}{3,9})\.? (\d{1,2}))[-., ]+(\d{4})(?:$|[T ,]+)/u,
  unix: /^(?:\d{9,10}|\d{12,13}|\d{15,16}|\d{18,19})(?:\.\d+)?$/,
};
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The style of one date, or undefined if it is in none that is known. */
export function findDateStyle(text: string): DateStyle | undefined {
  return (Object.keys(patterns) as DateStyle[]).find((style) => parseDate(text, style));
}

/** Reads a date in the given style; undefined if it is not written so. */
export function parseDate(text: string, style: DateStyle): WrittenDate | undefined {
  if (text.length > longestDate) return undefined;
  const match = patterns[style].exec(text);
  if (!match) return undefined;
  if (style === 'unix') return fromUnix(Number(text));
  const time = parseClock(text.slice(match[0].length));
  if (!time) return undefined;
  if (style === 'numeric') {
    return { year: Number(match[4]), first: Number(match[1]), second: Number(match[3]), ...time };
  }
  if (style === 'named') {
    const month = months.indexOf((match[2] ?? match[3] ?? '').slice(0, 3).toLowerCase()) + 1;
    const day = Number(match[1] ?? match[4]);
    return month === 0 ? undefined : { year: Number(match[5]), first: month, second: day, ...time };
  }
  return { year: Number(match[1]), first: Number(match[2]), second: Number(match[3]), ...time };
}

/** Milliseconds UTC of a calendar day, or NaN if there is no such day. */
export function utcDay(year: number, month: number, day: number): number {
  const time = Date.UTC(year, month - 1, day);
  // Date.UTC turns the 31st of February into a day of March, and the year 20 into 1920.
  const date = new Date(time);
  const same =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return same ? time : NaN;
}

/**
 * Seconds, milliseconds, microseconds or nanoseconds since 1970, told apart by size: today's
 * seconds have 10 digits, and each unit below has three more.
 */
function fromUnix(value: number): WrittenDate {
  let milliseconds = value < 1e11 ? value * 1000 : value;
  while (milliseconds >= 1e14) milliseconds /= 1000;
  return { year: 1970, first: 1, second: 1, clock: Math.round(milliseconds), zone: 0 };
}
