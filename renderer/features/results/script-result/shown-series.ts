import { plotPanels } from '../../../../shared/reports/plot-panels.ts';
import type {
  BarsChart,
  ChartSeries,
  LinesChart,
} from '../../../../shared/reports/script-result/chart-of-table.ts';

/** So many colours can be told apart. */
export const mostShown = 6;

/** Which series are drawn: each slot has its colour, so that a series keeps it while others come and go. */
export type Slots = readonly (ChartSeries | null)[];

/** At first: the first few that share an axis in a chart of bars; the first few at all in one of lines. */
export function firstSlots({ kind, series }: LinesChart | BarsChart): Slots {
  const few = series.slice(0, kind === 'lines' ? 4 : 3);
  const shown = kind === 'lines' ? few : (sharingAnAxis(few) ?? few.slice(0, 1));
  return Array.from({ length: mostShown }, (_, slot) => shown[slot] ?? null);
}

/** Takes a series out of its slot, or puts it into the first free one. Without a free one, or as the last, it stays. */
export function toggled(slots: Slots, series: ChartSeries): Slots {
  const has = slots.findIndex((one) => one?.place === series.place);
  if (has !== -1) {
    const isLast = slots.filter((one) => one !== null).length === 1;
    return isLast ? slots : slots.with(has, null);
  }
  const free = slots.indexOf(null);
  return free === -1 ? slots : slots.with(free, series);
}

/** Bars of one chart start at the same zero, so only series of like size can share it. */
function sharingAnAxis(series: readonly ChartSeries[]): readonly ChartSeries[] | undefined {
  const plots = series.map(({ name, values }) => ({
    name,
    time: values.map((_, row) => row),
    // A bar begins at zero: that is part of its span.
    value: [0, ...values.map((value) => value ?? NaN)],
  }));
  const first = plotPanels(plots).find((panel) => panel.plots.some(({ index }) => index === 0));
  return first?.plots.flatMap(({ index }) => series[index] ?? []);
}
