import type { CalendarUnit } from './calendar.ts';
import type { MetricsContext } from './context.ts';
import type { Figure } from './definition.ts';
import { figure, noBars, notAvailable } from './figure.ts';

const dateLengths: Record<CalendarUnit, number> = { day: -14, month: -17, year: -20 };

/**
 * The best or worst whole calendar day, month or year (UTC). One of which the run has only a part
 * is not compared with whole ones.
 */
export function extremePeriod(
  { time, calendar }: MetricsContext,
  unit: CalendarUnit,
  which: 'best' | 'worst',
): Figure {
  if (time.length === 0) return noBars;
  const { start, value, partial, tooCoarse } = calendar[unit];
  if (tooCoarse) return notAvailable(`the bars are longer than a ${unit}`);
  const sign = which === 'best' ? 1 : -1;
  let found = -1;
  let count = 0;
  value.forEach((one, index) => {
    if (partial[index] || !Number.isFinite(one)) return;
    count += 1;
    if (found === -1 || sign * one > sign * (value[found] as number)) found = index;
  });
  if (found === -1) return notAvailable(`the run has no whole calendar ${unit}`);
  const date = new Date(start[found] as number).toISOString().slice(0, dateLengths[unit]);
  return figure(
    value[found] as number,
    `${date}, of ${count} whole ${unit}${count === 1 ? '' : 's'}`,
  );
}
