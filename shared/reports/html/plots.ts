import type { RunRecord } from '../../contract/models/run.ts';
import { formatNumber } from '../format.ts';
import { plotPanels, type PlotPanel } from '../plot-panels.ts';
import { extentOf, linearScale, roundTicks, timeTicks } from './chart-scale.ts';
import { drawing, gridLines, pathOf, verticalLine } from './drawing.ts';
import { html, nothing, type Markup } from './markup.ts';

const top = 10;
const bottom = 140;
const height = 172;
const colourCount = 4;

/** The series that the strategy plotted, on the dates of the equity curve. */
export function renderPlots({ plots, curve }: RunRecord): Markup {
  const panels = plotPanels(plots);
  if (panels.length === 0) return nothing;
  const span = extentOf(curve.time, ...plots.map(({ time }) => time));
  return html`<section class="curve">
    <h2>Plotted by the strategy, not verified</h2>
    <p>
      The strategy's own series. Nothing was computed from them and the host has not checked them.
    </p>
    ${panels.map((panel) => renderPanel(panel, span))}
  </section>`;
}

function renderPanel({ low, high, plots }: PlotPanel, span: [number, number]): Markup {
  const x = linearScale(span, [drawing.left, drawing.right]);
  const y = linearScale([low, high], [bottom, top]);
  return html`<ul class="legend">
      ${plots.map(
        ({ name, index, value }) =>
          html`<li class="${colourOf(index)}">
            <bdi>${name}</bdi> <b>${formatNumber(value.at(-1) ?? NaN, 4, 0)}</b>
          </li>`,
      )}
    </ul>
    <svg viewBox="0 0 ${drawing.width} ${height}" aria-hidden="true">
      ${timeTicks(span).map(({ time, label }) => verticalLine(x(time), label, top, bottom))}
      ${gridLines(roundTicks([low, high], 4), y, [1, ''])}
      ${plots.map(
        ({ index, time, value }) =>
          html`<path class="${colourOf(index)}" d="${pathOf(time, value, x, y)}" />`,
      )}
    </svg>`;
}

function colourOf(index: number): string {
  return `plot-${(index % colourCount) + 1}`;
}
