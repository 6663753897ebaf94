import { missing } from '../format.ts';

const day = 86_400_000;
const minute = 60_000;
/** The largest distance from 1970 that a Date can hold. */
const latestTime = 8.64e15;

export type TimePrint = (time: number) => string;

/** How the times of one column are printed, in UTC: with a clock only where one of them needs it. */
export function timePrintOf(times: readonly (number | null)[]): TimePrint {
  const all = (step: number) => times.every((time) => time === null || time % step === 0);
  const length = all(day) ? 0 : all(minute) ? 6 : all(1000) ? 9 : 13;
  return (time) => {
    if (!(Math.abs(time) <= latestTime)) return missing;
    const [date = '', clock = ''] = new Date(time).toISOString().split('T');
    return length === 0 ? date : `${date} ${clock.slice(0, length - 1)}`;
  };
}
