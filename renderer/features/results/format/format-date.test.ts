import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatBarTime, formatDuration, formatMoment, formatTimeAgo } from './format-date.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

describe('formatBarTime', () => {
  it('prints a daily bar as a date and an intraday bar with its clock, in UTC', () => {
    expect(formatBarTime(Date.UTC(2004, 2, 5))).toBe('2004-03-05');
    expect(formatBarTime(Date.UTC(2004, 2, 5, 14, 30))).toBe('2004-03-05 14:30');
    expect(formatBarTime(Date.UTC(1965, 0, 1))).toBe('1965-01-01');
  });

  it('never throws and never prints an invalid date', () => {
    fc.assert(
      fc.property(fc.double(), (time) => {
        expect(formatBarTime(time)).toMatch(/^(n\/a|[+-]?\d{4,6}-\d\d-\d\d( \d\d:\d\d)?)$/);
        expect(formatMoment(time)).not.toMatch(/NaN|Invalid/);
        expect(formatDuration(time)).not.toMatch(/NaN|Infinity/);
        expect(formatTimeAgo(time, 0)).not.toMatch(/NaN|Invalid/);
      }),
    );
    expect(formatBarTime(null)).toBe('n/a');
  });
});

describe('formatTimeAgo', () => {
  const now = Date.UTC(2026, 5, 15, 12);
  it.each([
    [0, 'just now'],
    [-5000, 'just now'],
    [5 * minute, '5 min ago'],
    [59.9 * minute, '59 min ago'],
    [3 * hour, '3 h ago'],
    [25 * hour, 'yesterday'],
    [12 * day, '12 days ago'],
  ])('%d ms ago is "%s"', (age, text) => {
    expect(formatTimeAgo(now - age, now)).toBe(text);
  });

  it('gives the date for what is long ago', () => {
    expect(formatTimeAgo(now - 400 * day, now)).toMatch(/^2025-05-1[01]$/);
  });
});

describe('formatDuration', () => {
  it.each([
    [0, '0 ms'],
    [820.4, '820 ms'],
    [999.6, '1.0 s'],
    [1449, '1.4 s'],
    [59_960, '1 min 0 s'],
    [125_000, '2 min 5 s'],
  ])('%d ms is %s', (milliseconds, text) => {
    expect(formatDuration(milliseconds)).toBe(text);
  });
});
