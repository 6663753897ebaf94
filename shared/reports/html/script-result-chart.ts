import { formatNumber } from '../format.ts';
import { plotPanels, type PlotPanel } from '../plot-panels.ts';
import { chartOf, type LinesChart } from '../script-result/chart-of-table.ts';
import type { PrintedColumn } from '../script-result/print-column.ts';
import { printAlone } from '../script-result/print-number.ts';
import { extentOf, linearScale, roundTicks, timeTicks } from './chart-scale.ts';
import { drawing, gridLines, pathOf, verticalLine } from './drawing.ts';
import { html, nothing, type Markup } from './markup.ts';

const top = 10;
const bottom = 140;
const height = 172;
/** A label nearer to the left edge would be cut. */
const halfLabel = 24;
/** As many lines as there are colours. */
const mostLines = 4;

/** A result's columns along its index, where that is time or numbers; words are read in the table. */
export function renderResultChart(columns: readonly PrintedColumn[], rowCount: number): Markup {
  const chart = chartOf(columns, rowCount);
  if (chart.kind !== 'lines') return nothing;
  const plots = chart.series.slice(0, mostLines).map(({ name, values }) => ({
    name,
    time: [...chart.x],
    value: values.map((value) => value ?? NaN),
  }));
  const panels = plotPanels(plots);
  if (panels.length === 0) return nothing;
  return html`<div class="curve">${panels.map((panel) => renderPanel(panel, chart))}</div>`;
}

function renderPanel({ low, high, plots }: PlotPanel, { axis, x: along }: LinesChart): Markup {
  const span = extentOf(along);
  const x = linearScale(span, [drawing.left, drawing.right]);
  const y = linearScale([low, high], [bottom, top]);
  const all = axis.isTime
    ? timeTicks(span)
    : roundTicks(span, 8).map((at) => ({ time: at, label: labelOf(at) }));
  const ticks = all.filter(({ time }) => x(time) >= drawing.left + halfLabel);
  return html`<ul class="legend">
      ${plots.map(
        ({ name, index, value }) =>
          html`<li class="plot-${index + 1}">
            <bdi>${name}</bdi> <b>${formatNumber(lastOf(value), 4, 0)}</b>
          </li>`,
      )}
    </ul>
    <svg viewBox="0 0 ${drawing.width} ${height}" aria-hidden="true">
      ${ticks.map(({ time, label }) => verticalLine(x(time), label, top, bottom))}
      ${gridLines(roundTicks([low, high], 4), y, [1, ''])}
      ${plots.map(
        ({ index, time, value }) =>
          html`<path class="plot-${index + 1}" d="${pathOf(time, value, x, y)}" />`,
      )}
    </svg>`;
}

/** A year stands as it is; nothing else of that size suffers without its comma. */
function labelOf(at: number): string {
  return Number.isInteger(at) && Math.abs(at) < 10_000 ? String(at) : printAlone(at);
}

function lastOf(values: readonly number[]): number {
  return values.findLast((value) => !Number.isNaN(value)) ?? NaN;
}
