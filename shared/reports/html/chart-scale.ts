/** Maps values to pixels, linearly; a scale of a single value puts it in the middle. */
export interface Scale {
  (value: number): number;
}

export function linearScale(
  domain: readonly [number, number],
  range: readonly [number, number],
): Scale {
  const [low, high] = domain;
  const [from, to] = range;
  if (!(high > low)) return () => (from + to) / 2;
  return (value) => from + ((value - low) / (high - low)) * (to - from);
}

/** The lowest and highest finite value, or 0 to 1 if there is none. */
export function extentOf(...columns: readonly (readonly number[])[]): [number, number] {
  let low = Infinity;
  let high = -Infinity;
  for (const column of columns) {
    for (const value of column) {
      if (!Number.isFinite(value)) continue;
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  return low <= high ? [low, high] : [0, 1];
}

/** Round numbers (1, 2 or 5 times a power of ten) within the extent, about `count` of them. */
export function roundTicks([low, high]: readonly [number, number], count: number): number[] {
  const span = high - low;
  // Of spans near the smallest number there is, tenths and twentieths are the same number; and so are
  // neighbouring ticks of a span that is small beside its values.
  const smallest = Math.max(1e-300, Math.max(Math.abs(low), Math.abs(high)) * 1e-12);
  if (!(span > smallest) || !Number.isFinite(span)) return [low];
  const power = 10 ** Math.floor(Math.log10(span / count));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => span / size <= count);
  if (step === undefined || !(step > 0)) return [low];
  const first = Math.ceil(low / step);
  const last = Math.floor(high / step);
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
}

/** With more decimals than this a label is wider than its margin. */
const mostDecimals = 9;

/** The decimals that round ticks need to be printed exactly; 2 for a tick that stands alone. */
export function tickDecimals(ticks: readonly number[]): number {
  const [first, second] = ticks;
  if (first === undefined || second === undefined) return 2;
  // The difference of two ticks may miss its power of ten by a rounding error.
  const power = Math.floor(Math.log10(second - first) + 1e-6);
  return Math.min(Math.max(0, -power), mostDecimals);
}

const day = 86_400_000;
const maximumTimeTicks = 8;

/** The starts of years, months or days within the extent, with their names; in UTC. */
export function timeTicks([from, to]: readonly [number, number]): {
  time: number;
  label: string;
}[] {
  const months = (to - from) / (30.44 * day);
  if (months < 3) {
    const step = Math.max(1, Math.ceil((to - from) / day / maximumTimeTicks)) * day;
    return ticksBetween(from, to, (index) => Math.floor(from / day) * day + index * step, 10);
  }
  const monthSteps = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 12_000];
  const step = monthSteps.find((size) => months / size <= maximumTimeTicks) ?? 120_000;
  const start = new Date(from);
  const firstYear =
    Math.floor(start.getUTCFullYear() / Math.max(1, step / 12)) * Math.max(1, step / 12);
  const firstMonth = step >= 12 ? 0 : Math.floor(start.getUTCMonth() / step) * step;
  return ticksBetween(
    from,
    to,
    (index) => Date.UTC(firstYear, firstMonth + index * step, 1),
    step >= 12 ? 4 : 7,
  );
}

function ticksBetween(from: number, to: number, at: (index: number) => number, length: number) {
  const ticks: { time: number; label: string }[] = [];
  for (let index = 0; index < 4 * maximumTimeTicks; index += 1) {
    const time = at(index);
    if (Number.isNaN(time) || time > to) break;
    if (time >= from) ticks.push({ time, label: new Date(time).toISOString().slice(0, length) });
  }
  return ticks;
}
