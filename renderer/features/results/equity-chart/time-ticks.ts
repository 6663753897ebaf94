const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const month = 30.44 * day;
const year = 365.25 * day;

type Unit = 'fixed' | 'month' | 'year';

/** Steps an analyst reads without thinking, smallest first; `length` is approximate for calendar units. */
const steps: readonly { readonly unit: Unit; readonly count: number; readonly length: number }[] = [
  ...[1, 5, 15, 30].map((count) => fixed(count * minute)),
  ...[1, 3, 6, 12].map((count) => fixed(count * hour)),
  ...[1, 2, 7, 14].map((count) => fixed(count * day)),
  ...[1, 3, 6].map((count) => ({ unit: 'month' as const, count, length: count * month })),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].map((count) => ({
    unit: 'year' as const,
    count,
    length: count * year,
  })),
];

export interface TimeAxis {
  readonly ticks: readonly number[];
  /** Prints one tick as short as the span allows: "2004", "Mar 2004", "5 Mar", "14:30". */
  readonly label: (time: number) => string;
}

/** Half of the widest label, in pixels: a label nearer to the left edge would be cut. */
const halfLabel = 18;

/** The axis without the ticks whose label would not fit at the left edge of a chart of this width. */
export function withinAxis(
  { ticks, label }: TimeAxis,
  [from, to]: readonly [number, number],
  width: number,
): TimeAxis {
  const margin = ((to - from) * halfLabel) / width;
  const fitting = ticks.filter((tick) => tick - from >= margin);
  return { label, ticks: fitting.length === 0 ? ticks : fitting };
}

/**
 * Round times in [from, to] (milliseconds, UTC) for an axis, at most `maximumCount` of them.
 * The labels repeat the year or the day only where it changes.
 */
export function timeTicks(from: number, to: number, maximumCount: number): TimeAxis {
  const span = to - from;
  if (!Number.isFinite(span) || span <= 0) {
    return { ticks: Number.isFinite(from) ? [from] : [], label: (time) => dateLabel(time) };
  }
  const wanted = Math.max(1, maximumCount);
  for (const step of steps) {
    if (span / step.length > wanted + 1) continue;
    const ticks = ticksOf(step, from, to);
    if (ticks.length <= wanted) return { ticks, label: labelOf(step) };
  }
  return { ticks: [from], label: labelOf({ unit: 'year', length: year }) };
}

function fixed(length: number) {
  return { unit: 'fixed' as const, count: length, length };
}

function ticksOf(step: (typeof steps)[number], from: number, to: number): number[] {
  const ticks: number[] = [];
  if (step.unit === 'fixed') {
    for (let time = Math.ceil(from / step.count) * step.count; time <= to; time += step.count) {
      ticks.push(time);
    }
    return ticks;
  }
  const months = step.unit === 'year' ? step.count * 12 : step.count;
  const first = new Date(from);
  const firstMonth = first.getUTCFullYear() * 12 + first.getUTCMonth();
  let index = Math.floor(firstMonth / months) * months;
  for (;;) {
    const time = startOfMonth(index);
    // Beyond what a Date can hold the time is NaN, which ends the loop as well.
    if (!(time <= to)) return ticks;
    if (time >= from) ticks.push(time);
    index += months;
  }
}

/** `Date.UTC` would move the years 0 to 99 into the twentieth century. */
function startOfMonth(monthIndex: number): number {
  const date = new Date(0);
  date.setUTCFullYear(Math.floor(monthIndex / 12), ((monthIndex % 12) + 12) % 12, 1);
  return date.getTime();
}

function labelOf({ unit, length }: { unit: Unit; length: number }): (time: number) => string {
  if (unit === 'year') return (time) => String(new Date(time).getUTCFullYear());
  if (unit === 'month') return monthLabel;
  return length < day ? clockLabel : dateLabel;
}

const monthNames = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

function monthLabel(time: number): string {
  const date = new Date(time);
  const name = monthNames[date.getUTCMonth()] ?? '';
  return date.getUTCMonth() === 0 ? String(date.getUTCFullYear()) : name;
}

function dateLabel(time: number): string {
  const date = new Date(time);
  return `${date.getUTCDate()} ${monthNames[date.getUTCMonth()] ?? ''}`;
}

function clockLabel(time: number): string {
  return time % day === 0 ? dateLabel(time) : new Date(time).toISOString().slice(11, 16);
}
