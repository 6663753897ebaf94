import { plotPanels, type PlotPanel } from '../../../../shared/reports/plot-panels.ts';
import type { LinesChart } from '../../../../shared/reports/script-result/chart-of-table.ts';
import type { Slots } from './shown-series.ts';

/** A point of a chart: each series' value by its slot, where it has one. */
export type LinePoint = { readonly x: number } & { readonly [slot: number]: number };

/** One line of a chart, with what stands in its legend. */
export interface PanelLine {
  readonly slot: number;
  readonly name: string;
  readonly last: number | undefined;
  /** Some of its points have no neighbour to be joined with. */
  readonly needsDots: boolean;
}

export interface LinePanel {
  readonly low: number;
  readonly high: number;
  readonly lines: readonly PanelLine[];
}

/** Few points are each of interest. */
const fewPoints = 24;

/** The shown series, with those of like size on one axis. */
export function linePanels({ x }: LinesChart, slots: Slots): LinePanel[] {
  const shown = slots.flatMap((series, slot) => (series === null ? [] : [{ series, slot }]));
  const panels: PlotPanel[] = plotPanels(
    shown.map(({ series }) => ({
      name: series.name,
      time: [...x],
      value: series.values.map((value) => value ?? NaN),
    })),
  );
  return panels.map(({ low, high, plots }) => ({
    low,
    high,
    lines: plots.flatMap(({ index, name, value }) => {
      const slot = shown[index]?.slot;
      if (slot === undefined) return [];
      const last = value.findLast((one) => !Number.isNaN(one));
      return [{ slot, name, last, needsDots: x.length <= fewPoints || standsAlone(value) }];
    }),
  }));
}

export function linePoints({ x }: LinesChart, slots: Slots): LinePoint[] {
  return x.map((at, row) => {
    const point: { x: number; [slot: number]: number } = { x: at };
    slots.forEach((series, slot) => {
      const value = series?.values[row];
      if (typeof value === 'number') point[slot] = value;
    });
    return point;
  });
}

function standsAlone(values: readonly number[]): boolean {
  const has = (row: number) => !Number.isNaN(values[row] ?? NaN);
  return values.some((_, row) => has(row) && !has(row - 1) && !has(row + 1));
}
