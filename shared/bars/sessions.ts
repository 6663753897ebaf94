/** From `from` (milliseconds since 1970 UTC) on, local time is UTC plus `offset` milliseconds. */
export interface ZoneOffset {
  readonly from: number;
  readonly offset: number;
}

const day = 86_400_000;

/** Days of UTC: what a market without a time zone of its own goes by. */
export const utcSessions: readonly ZoneOffset[] = [{ from: -Infinity, offset: 0 }];

/**
 * Number of the trading session that `time` (milliseconds) falls into: days since 1970-01-01 on the
 * session's own clock, so that equal numbers mean the same session.
 */
export function sessionOf(time: number, offsets: readonly ZoneOffset[]): number {
  let low = 0;
  let high = offsets.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((offsets[middle] as ZoneOffset).from <= time) low = middle;
    else high = middle - 1;
  }
  return Math.floor((time + (offsets[low]?.offset ?? 0)) / day);
}

/**
 * The offsets of an IANA time zone between two times, found day by day to the minute. Sandboxes have
 * no time zones, so the host works these out and sends them along. `sessionStart` is in minutes after
 * local midnight.
 * @throws {RangeError} if the time zone is unknown.
 */
export function zoneOffsets(
  timeZone: string,
  sessionStart: number,
  first: number,
  last: number,
): ZoneOffset[] {
  const offsetAt = localOffset(timeZone);
  // A session that begins in the evening is the next day's: Sunday 18:00 opens Monday.
  const shift = sessionStart === 0 ? 0 : day - sessionStart * 60_000;
  const offsets: ZoneOffset[] = [{ from: -Infinity, offset: offsetAt(first) + shift }];
  let before = offsetAt(first);
  for (let time = first; time < last; time += day) {
    const after = offsetAt(Math.min(time + day, last));
    if (after === before) continue;
    const from = changeBetween(time, Math.min(time + day, last), offsetAt);
    offsets.push({ from, offset: after + shift });
    before = after;
  }
  return offsets;
}

function changeBetween(start: number, end: number, offsetAt: (time: number) => number): number {
  const before = offsetAt(start);
  let [low, high] = [start, end];
  while (high - low > 60_000) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle) === before) low = middle;
    else high = middle;
  }
  // The change lies on a minute in (low, high], and the two are at most a minute apart.
  return Math.floor(high / 60_000) * 60_000;
}

function localOffset(timeZone: string): (time: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (time) => {
    const parts = new Map(format.formatToParts(time).map(({ type, value }) => [type, +value]));
    const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
    const local = Date.UTC(
      part('year'),
      part('month') - 1,
      part('day'),
      part('hour'),
      part('minute'),
      part('second'),
    );
    return local - Math.floor(time / 1000) * 1000;
  };
}
