import { describe, expect, it } from 'vitest';
import { formatTime } from './format-time.ts';

describe('formatTime', () => {
  it.each([
    [Date.UTC(2020, 11, 31), '2020-12-31'],
    [Date.UTC(2020, 11, 31, 16), '2020-12-31 16:00'],
    [Date.UTC(2020, 11, 31, 16, 0, 5), '2020-12-31 16:00:05'],
    [Date.UTC(1929, 9, 29), '1929-10-29'],
    [NaN, 'an impossible time'],
    [1e300, 'an impossible time'],
  ])('writes %s as %s', (time, text) => {
    expect(formatTime(time)).toBe(text);
  });
});
