import { describe, expect, it } from 'vitest';
import { detectInterval } from './detect-interval.ts';

const minute = 60_000;
const day = 86_400_000;
const monday = Date.UTC(2024, 0, 1);

const every = (step: number, count: number) =>
  Float64Array.from({ length: count }, (_, index) => monday + index * step);
const businessDays = (count: number) => every(day, count).filter((at) => !isWeekend(at));
const isWeekend = (at: number) => [0, 6].includes(new Date(at).getUTCDay());
/** 9:30 to 16:00 on business days. */
const session = (step: number) =>
  every(step, Math.floor((60 * day) / step)).filter((at) => {
    const minuteOfDay = (at % day) / minute;
    return !isWeekend(at) && minuteOfDay >= 9.5 * 60 && minuteOfDay < 16 * 60;
  });

describe('detectInterval', () => {
  it.each([
    ['daily', businessDays(400)],
    ['daily', every(day, 30)],
    ['weekly', every(7 * day, 30)],
    ['hourly', every(60 * minute, 100)],
    ['240 minutes', every(240 * minute, 100)],
    ['5 minutes', session(5 * minute)],
    ['1 minute', session(minute)],
    ['monthly', Float64Array.from({ length: 40 }, (_, index) => Date.UTC(2000, index, 1))],
    ['quarterly', Float64Array.from({ length: 40 }, (_, index) => Date.UTC(2000, 3 * index, 1))],
    ['yearly', Float64Array.from({ length: 20 }, (_, index) => Date.UTC(1990 + index, 0, 1))],
    ['irregular', every(3 * day, 30)],
    ['irregular', every(1234, 30)],
    ['irregular', Float64Array.from({ length: 60 }, (_, index) => monday + index ** 3 * 1e7)],
    ['irregular', Float64Array.of(monday)],
    ['irregular', new Float64Array()],
  ])('says %s', (interval, time) => {
    expect(detectInterval(time)).toBe(interval);
  });

  it('does not mind daylight saving in daily bars stamped at local midnight', () => {
    const time = every(day, 200).map((at, index) => (index > 90 ? at - 60 * minute : at));
    expect(detectInterval(time)).toBe('daily');
  });
});
