import { formatNumber, notAvailable } from './format-number.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** The largest distance from 1970 that a Date can hold. */
const latestTime = 8.64e15;

/** A bar's time in UTC, as exchanges' data states it: "2004-03-05", with the clock only if it is not midnight. */
export function formatBarTime(time: number | null | undefined): string {
  if (!isTime(time)) return notAvailable;
  const iso = new Date(time).toISOString().replace('T', ' ');
  const dateLength = iso.indexOf(' ');
  return time % day === 0 ? iso.slice(0, dateLength) : iso.slice(0, dateLength + 6);
}

/** A moment in the analyst's own time zone, for titles: "2026-03-05 14:30". */
export function formatMoment(time: number): string {
  if (!isTime(time)) return notAvailable;
  const moment = new Date(time);
  const two = (value: number) => String(value).padStart(2, '0');
  const date = `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
  return `${date} ${two(moment.getHours())}:${two(moment.getMinutes())}`;
}

/** How long ago `time` was: "just now", "5 min ago", "3 h ago", "yesterday", "12 days ago", then the date. */
export function formatTimeAgo(time: number, now: number): string {
  if (!isTime(time) || !isTime(now)) return notAvailable;
  const age = now - time;
  if (age < minute) return 'just now';
  if (age < hour) return `${Math.floor(age / minute)} min ago`;
  if (age < day) return `${Math.floor(age / hour)} h ago`;
  if (age < 2 * day) return 'yesterday';
  if (age < 30 * day) return `${Math.floor(age / day)} days ago`;
  return formatMoment(time).slice(0, -6);
}

/** Milliseconds as "820 ms", "1.4 s", "2 min 5 s". */
export function formatDuration(milliseconds: number): string {
  if (!Number.isFinite(milliseconds) || milliseconds < 0) return notAvailable;
  if (Math.round(milliseconds) < second) return `${Math.round(milliseconds)} ms`;
  const tenths = Math.round(milliseconds / 100) / 10;
  if (tenths < 60) return `${formatNumber(tenths, { minimumDigits: 1, maximumDigits: 1 })} s`;
  const seconds = Math.round(milliseconds / second);
  return `${formatNumber(Math.floor(seconds / 60))} min ${seconds % 60} s`;
}

function isTime(time: number | null | undefined): time is number {
  return time !== null && time !== undefined && Math.abs(time) <= latestTime;
}
