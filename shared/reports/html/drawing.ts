import { formatNumber } from '../format.ts';
import { tickDecimals, type Scale } from './chart-scale.ts';
import { html, type Markup } from './markup.ts';

/** The part of every drawing's width that holds the lines; the labels of the value axis are right of it. */
export const drawing = { width: 1000, left: 8, right: 916 } as const;
const { left, right } = drawing;

/** A line through all points whose value is a number. */
export function pathOf(
  time: readonly number[],
  values: readonly number[],
  x: Scale,
  y: Scale,
): string {
  const points = time.map((at, index) => `${round(x(at))} ${round(y(values[index] ?? NaN))}`);
  return `M${points.filter((point) => !point.includes('NaN')).join('L')}`;
}

function horizontalLine(y: number, label: string): Markup {
  return html`<path class="grid" d="M${left} ${round(y)}H${right}" /><text
      x="${right + 8}"
      y="${round(y + 4)}"
      >${label}</text
    >`;
}

/** What an axis counts in. */
export type Unit = readonly [size: number, suffix: string];

export function gridLines(ticks: readonly number[], scale: Scale, [size, suffix]: Unit): Markup[] {
  const values = ticks.map((tick) => tick / size);
  const decimals = tickDecimals(values);
  return values.map((value) =>
    horizontalLine(scale(value * size), `${formatNumber(value, decimals)}${suffix}`),
  );
}

/** A line at a date, named beneath. */
export function verticalLine(x: number, label: string, top: number, bottom: number): Markup {
  return html`<path class="grid" d="M${round(x)} ${top}V${bottom}" /><text
      class="time"
      x="${round(x)}"
      y="${bottom + 22}"
      >${label}</text
    >`;
}

/** A tenth of a unit of the drawing is less than a printer's dot. */
function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}
