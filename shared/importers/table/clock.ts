const minute = 60_000;
const hour = 60 * minute;

const clockPattern =
  /^(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(?: ?([AaPp])\.?[Mm]\.?)?(?: ?(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?))?$/;
const compactClockPattern = /^(\d\d)(\d\d)(\d\d)?$/;
const midnight = { clock: 0, zone: null };

/** Milliseconds since midnight, and milliseconds east of UTC or null when no zone is written. */
export interface WrittenTime {
  readonly clock: number;
  readonly zone: number | null;
}

/** Reads the time of day after a date; nothing written is midnight; undefined if it is no time. */
export function parseClock(text: string): WrittenTime | undefined {
  if (text === '') return midnight;
  const match = clockPattern.exec(text) ?? compactClockPattern.exec(text);
  if (!match) return undefined;
  const [, hours, minutes, seconds = '0', fraction = '', half, zone] = match;
  if (Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  const hourOfDay = half ? twelveHours(Number(hours), half.toLowerCase() === 'p') : Number(hours);
  if (!(hourOfDay <= 23)) return undefined;
  const clock =
    hourOfDay * hour +
    Number(minutes) * minute +
    Number(seconds) * 1000 +
    // Bars are kept to the millisecond; anything finer is cut off.
    Number(fraction.padEnd(3, '0').slice(0, 3));
  return { clock, zone: zone === undefined ? null : zoneOffset(zone) };
}

function twelveHours(hours: number, afternoon: boolean): number {
  if (hours < 1 || hours > 12) return NaN;
  return (hours % 12) + (afternoon ? 12 : 0);
}

function zoneOffset(zone: string): number {
  const match = /^([+-])(\d\d):?(\d\d)?$/.exec(zone);
  if (!match) return 0;
  const size = Number(match[2]) * hour + Number(match[3] ?? 0) * minute;
  return match[1] === '-' ? -size : size;
}
