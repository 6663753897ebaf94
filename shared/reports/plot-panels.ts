import type { RunRecord } from '../contract/models/run.ts';

type Plot = RunRecord['plots'][number];

/** Series drawn on one value axis. */
export interface PlotPanel {
  readonly low: number;
  readonly high: number;
  readonly plots: readonly PlacedPlot[];
}

/** A series and its place among all, by which it gets its colour. */
export interface PlacedPlot extends Plot {
  readonly index: number;
}

/** Series share an axis while each still takes at least this part of its height. */
const leastShare = 0.25;

/**
 * Puts series that read well on one axis into one panel, in their own order: two averages of a price
 * go together, an oscillator from 0 to 100 does not flatten into the line under them.
 */
export function plotPanels(plots: readonly Plot[]): PlotPanel[] {
  const panels: { low: number; high: number; plots: (PlacedPlot & Span)[] }[] = [];
  plots.forEach((plot, index) => {
    const span = spanOf(plot);
    if (span === undefined) return;
    const placed = { ...plot, ...span, index };
    const [room] = panels
      .filter((panel) => fits([...panel.plots, placed]))
      .sort((one, other) => growth(one, span) - growth(other, span));
    if (room === undefined) panels.push({ ...span, plots: [placed] });
    else {
      room.low = Math.min(room.low, span.low);
      room.high = Math.max(room.high, span.high);
      room.plots.push(placed);
    }
  });
  return panels;
}

interface Span {
  readonly low: number;
  readonly high: number;
}

function spanOf({ value }: Plot): Span | undefined {
  let low = Infinity;
  let high = -Infinity;
  for (const one of value) {
    if (!Number.isFinite(one)) continue;
    low = Math.min(low, one);
    high = Math.max(high, one);
  }
  return low <= high ? { low, high } : undefined;
}

/** How many times as high a panel would be with the series in it as well. */
function growth(panel: Span, { low, high }: Span): number {
  const before = panel.high - panel.low;
  const after = Math.max(panel.high, high) - Math.min(panel.low, low);
  return before > 0 ? after / before : after === 0 ? 1 : Infinity;
}

/** A constant, a threshold say, fits wherever it does not squeeze the others. */
function fits(spans: readonly Span[]): boolean {
  const low = Math.min(...spans.map((span) => span.low));
  const high = Math.max(...spans.map((span) => span.high));
  if (high === low) return true;
  const varying = spans.filter((span) => span.high > span.low);
  return (
    varying.length > 0 &&
    varying.every((span) => (span.high - span.low) / (high - low) >= leastShare)
  );
}
