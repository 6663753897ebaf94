const z95 = 1.959_963_984_540_054;

/**
 * The range that holds the true share with 95% confidence when `hits` of `count` were seen. E. Wilson,
 * Journal of the American Statistical Association 22 (1927).
 */
export function wilsonRange(hits: number, count: number): readonly [number, number] {
  const share = hits / count;
  const square = z95 * z95;
  const scale = 1 + square / count;
  const centre = (share + square / (2 * count)) / scale;
  const reach =
    (z95 / scale) * Math.sqrt((share * (1 - share)) / count + square / (4 * count * count));
  return [Math.max(0, centre - reach), Math.min(1, centre + reach)];
}
