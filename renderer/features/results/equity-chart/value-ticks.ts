export interface ValueAxis {
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
}

/**
 * A linear axis around the values: steps of 1, 2 or 5 times a power of ten, so that two charts of
 * the same range always look alike. The domain hugs the data with a little room above and below.
 */
export function linearTicks(minimum: number, maximum: number, wanted: number): ValueAxis {
  const size = Math.max(Math.abs(minimum), Math.abs(maximum));
  // Steps finer than the last bits of the values would never get from one tick to the next.
  if (!(maximum - minimum > size * 1e-9) || !(size < 1e300)) {
    const centre = Number.isFinite(minimum) ? minimum : 0;
    const room = Math.abs(centre) * 0.05 || 1;
    return { domain: [centre - room, centre + room], ticks: [centre] };
  }
  const room = (maximum - minimum) * 0.04;
  const [low, high] = [minimum - room, maximum + room];
  const step = niceStep((high - low) / Math.max(1, wanted));
  const ticks: number[] = [];
  // Multiples rather than sums: adding 0.1 ten times is not 1.
  for (let index = Math.ceil(low / step); index * step <= high; index += 1) {
    ticks.push(Number((index * step).toPrecision(12)));
  }
  return { domain: [low, high], ticks };
}

/** A logarithmic axis: equal distances are equal returns. Values must be above zero. */
export function logTicks(minimum: number, maximum: number, wanted: number): ValueAxis {
  // Beyond these the ratio of the two overflows, and an axis to infinity has no last tick.
  const usable = minimum > 1e-100 && maximum < 1e100 && maximum > minimum;
  if (!usable) return linearTicks(minimum, maximum, wanted);
  const room = (maximum / minimum) ** 0.04;
  const domain: [number, number] = [minimum / room, maximum * room];
  // Under a factor of five, powers of ten leave the axis bare; plain steps read better. They have more
  // room below than this axis.
  if (maximum / minimum < 5) {
    const { ticks } = linearTicks(minimum, maximum, wanted);
    return { domain, ticks: ticks.filter((tick) => tick >= domain[0] && tick <= domain[1]) };
  }
  for (const multiples of [[1, 2, 5], [1, 3], [1]]) {
    const ticks = decades(domain, multiples);
    if (ticks.length <= wanted + 1) return { domain, ticks };
  }
  const all = decades(domain, [1]);
  const every = Math.ceil(all.length / Math.max(1, wanted));
  return { domain, ticks: all.filter((_, index) => index % every === 0) };
}

function decades([low, high]: readonly [number, number], multiples: readonly number[]): number[] {
  const ticks: number[] = [];
  for (let power = Math.floor(Math.log10(low)); 10 ** power <= high; power += 1) {
    for (const multiple of multiples) {
      const tick = Number((multiple * 10 ** power).toPrecision(12));
      if (tick >= low && tick <= high) ticks.push(tick);
    }
  }
  return ticks;
}

function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const multiple = [1, 2, 5, 10].find((candidate) => candidate * power >= rough * 0.999) ?? 10;
  return multiple * power;
}
