import { describe, expect, it } from 'vitest';
import { periodsPerYear } from './periods-per-year.ts';

const minute = 60_000;
const day = 86_400_000;
const monday = Date.UTC(2024, 0, 1);
const every = (step: number, count: number) =>
  Float64Array.from({ length: count }, (_, index) => monday + index * step);
const weekday = (at: number) => new Date(at).getUTCDay();

describe('periodsPerYear', () => {
  it.each([
    ['business days', 252, every(day, 500).filter((at) => ![0, 6].includes(weekday(at)))],
    ['Sunday to Thursday', 252, every(day, 500).filter((at) => weekday(at) < 5)],
    ['six days', 313, every(day, 500).filter((at) => weekday(at) !== 6)],
    ['every day', 365, every(day, 500)],
    ['weeks', 52, every(7 * day, 60)],
    ['months', 12, Float64Array.from({ length: 30 }, (_, index) => Date.UTC(2000, index, 1))],
    ['hours round the clock', 365 * 24, every(60 * minute, 24 * 30)],
  ])('knows %s', (_, periods, time) => {
    expect(periodsPerYear(time).periods).toBe(periods);
  });

  it('counts the bars of a session for intraday data, half days aside', () => {
    const time = every(30 * minute, 48 * 28).filter((at) => {
      const minuteOfDay = (at % day) / minute;
      const closes = at < monday + 2 * day ? 13 * 60 : 16 * 60;
      return ![0, 6].includes(weekday(at)) && minuteOfDay >= 9.5 * 60 && minuteOfDay < closes;
    });
    const { periods, explanation } = periodsPerYear(time);
    expect(periods).toBe(252 * 13);
    expect(explanation).toBe(
      'bars of 30 minutes, open on business days: 252 days a year with 13 bars each',
    );
  });

  it('is not fooled by one special Saturday session', () => {
    const time = every(day, 500).filter(
      (at) => ![0, 6].includes(weekday(at)) || at < monday + 6 * day,
    );
    expect(periodsPerYear(time).periods).toBe(252);
  });

  it('counts irregular bars over their span', () => {
    const { periods, explanation } = periodsPerYear(every(3 * day, 101));
    expect(periods).toBeCloseTo(121.75);
    expect(explanation).toContain('irregular bars: 101 over 300 days');
  });

  it.each([[every(day, 0)], [every(day, 1)], [Float64Array.of(5, 5)]])(
    'assumes 252 and says so when there is nothing to count',
    (time) => {
      expect(periodsPerYear(time)).toEqual({
        periods: 252,
        explanation: 'too few bars to tell: 252 business days a year assumed',
      });
    },
  );
});
