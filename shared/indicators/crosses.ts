import type { Line } from './indicator.ts';

type Level = Line | number;

const now = (level: Level) => (typeof level === 'number' ? level : level.value);
const before = (level: Level) => (typeof level === 'number' ? level : level.previous);

/** True on the bar where `a` goes from at or below `b` to above it; false while either is NaN. */
export function crossesAbove(a: Level, b: Level): boolean {
  return before(a) <= before(b) && now(a) > now(b);
}

/** True on the bar where `a` goes from at or above `b` to below it; false while either is NaN. */
export function crossesBelow(a: Level, b: Level): boolean {
  return before(a) >= before(b) && now(a) < now(b);
}
