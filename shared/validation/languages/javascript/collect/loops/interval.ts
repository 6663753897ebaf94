/** Numbers from a least to a greatest, both included. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

export const point = (value: number): Interval => ({ low: value, high: value });
export const still = point(0);
export const rising: Interval = { low: 0, high: Infinity };
export const falling: Interval = { low: -Infinity, high: 0 };

export const plus = (a: Interval, b: Interval): Interval => ({
  low: a.low + b.low,
  high: a.high + b.high,
});

export const negated = ({ low, high }: Interval): Interval => ({ low: -high, high: -low });

export function times(a: Interval, b: Interval): Interval {
  const products = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high];
  // Nothing times without end is still nothing.
  const known = products.map((product) => (Number.isNaN(product) ? 0 : product));
  return { low: Math.min(...known), high: Math.max(...known) };
}

export const hull = (a: Interval, b: Interval): Interval => ({
  low: Math.min(a.low, b.low),
  high: Math.max(a.high, b.high),
});
