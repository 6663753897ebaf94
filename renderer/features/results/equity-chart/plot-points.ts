import type { PlotPanel } from '../../../../shared/reports/plot-panels.ts';

/** A moment of a panel: each series' value by its index, where it has one. */
export type PlotPoint = { readonly time: number } & { readonly [index: number]: number };

/** The series of a panel on one time axis. A series has nothing where only others have a point. */
export function plotPoints({ plots }: PlotPanel): PlotPoint[] {
  const points = new Map<number, { time: number; [index: number]: number }>();
  for (const { index, time, value } of plots) {
    time.forEach((at, row) => {
      const figure = value[row];
      if (figure === undefined || !Number.isFinite(figure)) return;
      const point = points.get(at) ?? { time: at };
      point[index] = figure;
      points.set(at, point);
    });
  }
  return [...points.values()].sort((a, b) => a.time - b.time);
}
