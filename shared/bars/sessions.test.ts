import { describe, expect, it } from 'vitest';
import { sessionOf, utcSessions, zoneOffsets } from './sessions.ts';

const day = 86_400_000;
const at = (text: string) => Date.parse(text);
const year = (zone: string, start = 0) =>
  zoneOffsets(zone, start, at('2021-01-01T00:00Z'), at('2021-12-31T00:00Z'));
const dateOf = (session: number) => new Date(session * day).toISOString().slice(0, 10);

describe('the offsets of a time zone', () => {
  // Clock changes of 2021: New York 14 March 07:00 and 7 November 06:00 UTC; Berlin 28 March and
  // 31 October 01:00 UTC.
  it.each([
    ['America/New_York', ['2021-03-14T07:00Z', '2021-11-07T06:00Z'], [-5, -4, -5]],
    ['Europe/Berlin', ['2021-03-28T01:00Z', '2021-10-31T01:00Z'], [1, 2, 1]],
    ['Asia/Kolkata', [], [5.5]],
  ] as const)('%s change to the minute', (zone, changes, hours) => {
    const offsets = year(zone);
    expect(offsets.slice(1).map(({ from }) => from)).toEqual(changes.map(at));
    expect(offsets.map(({ offset }) => offset / 3_600_000)).toEqual(hours);
  });

  it('refuses a zone that there is not', () => {
    expect(() => year('Mars/Olympus')).toThrow(RangeError);
  });
});

describe('the session of a time', () => {
  it('is the local date', () => {
    const newYork = year('America/New_York');
    expect(dateOf(sessionOf(at('2021-01-05T04:59Z'), newYork))).toBe('2021-01-04');
    expect(dateOf(sessionOf(at('2021-01-05T05:00Z'), newYork))).toBe('2021-01-05');
    // An hour earlier in summer.
    expect(dateOf(sessionOf(at('2021-07-05T03:59Z'), newYork))).toBe('2021-07-04');
    expect(dateOf(sessionOf(at('2021-07-05T04:00Z'), newYork))).toBe('2021-07-05');
  });

  it('that begins in the evening is the next day', () => {
    const futures = year('America/New_York', 18 * 60);
    // Sunday 18:00 in New York is 23:00 UTC in winter.
    expect(dateOf(sessionOf(at('2021-01-10T23:00Z'), futures))).toBe('2021-01-11');
    expect(dateOf(sessionOf(at('2021-01-10T22:59Z'), futures))).toBe('2021-01-10');
  });

  it('is the day of UTC where nothing else is said', () => {
    expect(sessionOf(-1, utcSessions)).toBe(-1);
    expect(sessionOf(day, utcSessions)).toBe(1);
  });
});
