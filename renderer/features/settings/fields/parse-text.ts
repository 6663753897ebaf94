import { refused, type Parsed } from './parsed.ts';

/** A calendar date like 2010-12-31; an empty text means "all of the data" and is '' . */
export function parseDate(text: string): Parsed<string> {
  const trimmed = text.trim();
  if (trimmed === '') return { ok: true, value: '' };
  const time = /^\d{4}-\d{2}-\d{2}$/.test(trimmed) ? Date.parse(`${trimmed}T00:00:00Z`) : NaN;
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== trimmed) {
    return refused('Enter a date like 2010-12-31.');
  }
  return { ok: true, value: trimmed };
}

/** A time of day like 18:00, as minutes after midnight. */
export function parseClock(text: string): Parsed<number> {
  const match = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text.trim());
  if (!match) return refused('Enter a time like 18:00.');
  return { ok: true, value: Number(match[1]) * 60 + Number(match[2]) };
}

export function printClock(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** The name of a time zone, in its own spelling. */
export function parseTimeZone(text: string): Parsed<string> {
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: text.trim() }).resolvedOptions();
    // "+02:00" is a zone to the browser, but one without summer time and without a name to look up.
    return /^[A-Za-z]/.test(timeZone) ? { ok: true, value: timeZone } : wrongTimeZone;
  } catch {
    return wrongTimeZone;
  }
}

const wrongTimeZone = refused('Enter a time zone like America/New_York.');
