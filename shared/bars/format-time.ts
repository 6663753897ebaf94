const day = 86_400_000;

/** A bar's time as a person writes it, in UTC: 2020-12-31, or 2020-12-31 16:00 within a day. */
export function formatTime(time: number): string {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return 'an impossible time';
  const iso = date.toISOString();
  if (time % day === 0) return iso.slice(0, -14);
  return iso.slice(0, time % 60_000 === 0 ? -8 : -5).replace('T', ' ');
}
