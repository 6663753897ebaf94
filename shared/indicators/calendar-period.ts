import { checkChoice } from './checks.ts';

const day = 86_400_000;

export type CalendarPeriod = 'day' | 'week' | 'month';

const numberOf: Record<CalendarPeriod, (time: number) => number> = {
  day: (time) => Math.floor(time / day),
  // 1 January 1970 was a Thursday; weeks begin on Monday.
  week: (time) => Math.floor((Math.floor(time / day) + 3) / 7),
  month: (time) => {
    const date = new Date(time);
    return date.getUTCFullYear() * 12 + date.getUTCMonth();
  },
};

/**
 * Gives each bar's time a number that changes where a UTC day, week or month begins.
 * @throws {RangeError} for any other period.
 */
export function periodNumber(indicator: string, period: unknown): (time: number) => number {
  return numberOf[checkChoice(indicator, 'period', ['day', 'week', 'month'], period)];
}
