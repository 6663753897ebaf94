export interface Share {
  /** Milliseconds. */
  readonly time: number;
  /** 0 to 1; null is left out. */
  readonly share: number | null;
}

/** The newest stretch that is drawn. */
const spanMilliseconds = 30_000;

/**
 * SVG paths of the last half minute: the line, and the area beneath it. The newest stands at the right
 * edge; a whole share touches the top. Both are '' until there are two points to join.
 */
export function sparkline(
  shares: readonly Share[],
  width: number,
  height: number,
): { readonly line: string; readonly area: string } {
  const last = shares.at(-1)?.time ?? 0;
  const from = Math.max(shares[0]?.time ?? 0, last - spanMilliseconds);
  const perMillisecond = width / Math.max(1, last - from);
  const points = shares.flatMap(({ time, share }) => {
    if (share === null || time < from) return [];
    const inside = Math.min(1, Math.max(0, share));
    const x = (time - from) * perMillisecond;
    // Half a pixel of room, so that neither edge cuts the stroke.
    const y = 0.5 + (1 - inside) * (height - 1);
    return [{ x: x.toFixed(1), y: y.toFixed(1) }];
  });
  const [first] = points;
  const end = points.at(-1);
  if (first === undefined || end === undefined || points.length < 2) return { line: '', area: '' };
  const line = `M${points.map(({ x, y }) => `${x},${y}`).join('L')}`;
  return { line, area: `${line}L${end.x},${height}L${first.x},${height}Z` };
}
