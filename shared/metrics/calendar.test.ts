import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarReturns, type CalendarUnit } from './calendar.ts';

const day = 86_400_000;
const at = (...dates: string[]) => Float64Array.from(dates, (date) => Date.parse(date));
const column = (...values: number[]) => Float64Array.from(values);

describe('calendarReturns', () => {
  it('measures each month from the last close before it, the first from the starting cash', () => {
    const time = at('2001-01-02', '2001-01-31', '2001-02-27', '2001-04-02', '2001-04-30');
    const months = calendarReturns(time, column(100, 110, 121, 60.5, 121), 80, 'month');
    expect(months.start).toEqual([...at('2001-01-01', '2001-02-01', '2001-04-01')]);
    expect(months.value[0]).toBeCloseTo(110 / 80 - 1, 14);
    expect(months.value[1]).toBeCloseTo(0.1, 14);
    expect(months.value[2]).toBeCloseTo(0, 14);
  });

  it('calls the first and the last period partial when the data begins or ends within it', () => {
    const time = Float64Array.from({ length: 60 }, (_, index) => Date.UTC(2001, 0, 9 + index));
    const { partial } = calendarReturns(time, time, 100, 'month');
    expect(partial).toEqual([true, false, true]);
  });

  it('forgives a weekend with a holiday at either end', () => {
    const time = at('2021-01-04', '2021-01-05', '2021-01-06', '2021-01-07', '2021-01-28');
    expect(calendarReturns(time, time, 1, 'month').partial).toEqual([false]);
    const late = at('2021-01-05', '2021-01-06', '2021-01-07', '2021-01-29');
    expect(calendarReturns(late, late, 1, 'month').partial).toEqual([true]);
    const short = at('2021-01-04', '2021-01-05', '2021-01-06', '2021-01-27');
    expect(calendarReturns(short, short, 1, 'month').partial).toEqual([true]);
  });

  it('keeps the hours of a day together and splits them at midnight UTC', () => {
    const time = at('2001-01-02T22:00Z', '2001-01-02T23:00Z', '2001-01-03T00:00Z');
    const days = calendarReturns(time, column(100, 120, 90), 100, 'day');
    expect(days.value.map((value) => Math.round(value * 1e9) / 1e9)).toEqual([0.2, -0.25]);
  });

  it('gives no return once there was nothing to earn it on', () => {
    const time = at('2001-01-01', '2001-02-01', '2001-03-01');
    expect(calendarReturns(time, column(10, -5, 7), 10, 'month').value[2]).toBeNaN();
  });

  it('compounds to the total return, whatever the unit', () => {
    const steps = fc.array(
      fc.record({ gap: fc.integer({ min: 1, max: 40 }), to: fc.integer({ min: 1, max: 999 }) }),
      { minLength: 1, maxLength: 60 },
    );
    fc.assert(
      fc.property(steps, fc.constantFrom<CalendarUnit[]>('day', 'month', 'year'), (list, unit) => {
        let now = Date.UTC(1969, 10, 20);
        const time = Float64Array.from(list, ({ gap }) => (now += gap * day));
        const equity = Float64Array.from(list, ({ to }) => to);
        const { value } = calendarReturns(time, equity, 100, unit);
        const compounded = value.reduce((product, one) => product * (1 + one), 1);
        expect(compounded).toBeCloseTo((equity.at(-1) as number) / 100, 9);
      }),
    );
  });
});

describe('tooCoarse', () => {
  it('says which bars are longer than the period', () => {
    const isTooCoarse = (days: number, unit: CalendarUnit) => {
      const time = Float64Array.from({ length: 9 }, (_, index) => index * days * day);
      return calendarReturns(time, time, 1, unit).tooCoarse;
    };
    expect(isTooCoarse(1, 'day')).toBe(false);
    expect(isTooCoarse(7, 'day')).toBe(true);
    expect(isTooCoarse(7, 'month')).toBe(false);
    expect(isTooCoarse(91, 'month')).toBe(true);
    expect(isTooCoarse(365, 'year')).toBe(false);
  });
});
