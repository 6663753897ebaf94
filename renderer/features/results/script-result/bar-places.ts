/** Where the bars of a chart stand, in per cent of its width. */
export interface BarSpan {
  /** What the whole width is worth. */
  readonly size: number;
  /** Where bars begin. */
  readonly zero: number;
}

/** Room for the lowest and the highest value and for zero, from which every bar starts. */
export function barSpan(values: readonly (number | null)[]): BarSpan {
  let low = 0;
  let high = 0;
  for (const value of values) {
    if (value === null) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  // Halves, so that the distance of two huge values does not overflow.
  const size = high / 2 - low / 2 || 0.5;
  return { size, zero: (-low / 2 / size) * 100 };
}

export function placeOfBar(
  value: number,
  { size, zero }: BarSpan,
): { readonly left: string; readonly width: string } {
  const width = (Math.abs(value) / 2 / size) * 100;
  return { left: `${value < 0 ? zero - width : zero}%`, width: `${width}%` };
}
