import { describe, expect, it } from 'vitest';
import { parseClock, parseDate, parseTimeZone, printClock } from './parse-text.ts';

describe('parseDate', () => {
  it('takes real calendar days and the empty text', () => {
    expect(parseDate('2020-02-29')).toEqual({ ok: true, value: '2020-02-29' });
    expect(parseDate('')).toEqual({ ok: true, value: '' });
  });
  it.each(['2021-02-29', '2020-13-01', '1.1.2020', '20200101'])('refuses %j', (text) => {
    expect(parseDate(text).ok).toBe(false);
  });
});

describe('parseClock', () => {
  it('reads a time of day as minutes, and prints it back', () => {
    expect(parseClock('18:05')).toEqual({ ok: true, value: 1085 });
    expect(parseClock('9:30')).toEqual({ ok: true, value: 570 });
    expect(printClock(570)).toBe('09:30');
  });
  it.each(['24:00', '12:60', '6', '6 pm', ''])('refuses %j', (text) => {
    expect(parseClock(text).ok).toBe(false);
  });
});

describe('parseTimeZone', () => {
  it('takes names in any case', () => {
    expect(parseTimeZone(' america/new_york ')).toEqual({ ok: true, value: 'America/New_York' });
    expect(parseTimeZone('UTC')).toEqual({ ok: true, value: 'UTC' });
  });
  it.each(['', 'New York', 'Mars/Base', '+02:00'])('refuses %j', (text) => {
    expect(parseTimeZone(text).ok).toBe(false);
  });
});
