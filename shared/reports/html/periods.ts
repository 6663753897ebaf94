import type { RunRecord } from '../../contract/models/run.ts';
import { fullHeat, heatLevel } from '../../metrics/periods/heat-level.ts';
import { formatNumber, formatPercent } from '../format.ts';
import { isVerified } from '../report.ts';
import { extentOf, linearScale, roundTicks, timeTicks, type Scale } from './chart-scale.ts';
import { drawing, gridLines, pathOf, verticalLine, type Unit } from './drawing.ts';
import { html, nothing, type Markup } from './markup.ts';

const monthNames = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

type Year = RunRecord['periods']['monthly'][number];

/** The return of every month and year, coloured and signed. */
export function renderMonthly(record: RunRecord): Markup {
  const { monthly } = record.periods;
  if (monthly.length === 0) return nothing;
  const full = fullHeat(monthly);
  const cut = monthly.some(({ partialMonths }) => partialMonths.length > 0)
    ? ' Of a month or year with * the run has only a part.'
    : '';
  return html`<section class="wide">
    <h2>Monthly returns${isVerified(record) ? '' : ' (not verified)'}</h2>
    <p>In percent, after costs, in UTC; the months of a year compound to it.${cut}</p>
    <table class="months ${isVerified(record) ? '' : 'unverified'}">
      <thead>
        <tr>
          <th scope="col">Year</th>
          ${monthNames.map((name) => html`<th scope="col" class="number">${name}</th>`)}
          <th scope="col" class="number">Year</th>
        </tr>
      </thead>
      <tbody>
        ${monthly.map((year) => renderYear(year, full))}
      </tbody>
    </table>
  </section>`;
}

function renderYear(row: Year, full: number): Markup {
  const cells = row.months.map((value, index) => {
    const mark = row.partialMonths.includes(index + 1) ? '*' : '';
    return html`<td class="number ${heatClass(heatLevel(value, full))}">
      ${signed(value)}${mark}
    </td>`;
  });
  const tone = (row.total ?? 0) > 0 ? 'gain' : (row.total ?? 0) < 0 ? 'loss' : '';
  return html`<tr>
    <th scope="row">${String(row.year)}</th>
    ${cells}
    <td class="number total ${tone}">${signed(row.total)}${row.partial ? '*' : ''}</td>
  </tr>`;
}

function heatClass(level: number): string {
  if (level === 0) return '';
  return level > 0 ? `up-${level}` : `down-${-level}`;
}

/** "+1.25", "−0.50"; nothing for a month without a bar. */
function signed(value: number | null): string {
  if (value === null) return '';
  const text = formatNumber(value * 100, 2);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

const percent: Unit = [0.01, '%'];
const plain: Unit = [1, ''];
const top = 10;
const bottom = 120;
const height = 152;

/** Sharpe ratio, volatility and beta over a moving window, on the dates of the equity curve. */
export function renderRolling(record: RunRecord): Markup {
  const { time, sharpe, volatility, beta, note } = record.periods.rolling;
  if (note === '') return nothing;
  const heading = html`<h2>Rolling figures${isVerified(record) ? '' : ' (not verified)'}</h2>`;
  if (time.length === 0) {
    return html`<section>
      ${heading}
      <p>n/a: ${note}.</p>
    </section>`;
  }
  const panel = (name: string, values: readonly (number | null)[], unit: Unit) =>
    renderPanel(name, time, values, unit, extentOf(record.curve.time, time));
  return html`<section class="curve ${isVerified(record) ? '' : 'unverified'}">
    ${heading}
    <p>Each point looks back ${note}.</p>
    ${panel('Sharpe ratio', sharpe, plain)} ${panel('Volatility', volatility, percent)}
    ${panel('Beta', beta, plain)}
  </section>`;
}

function renderPanel(
  name: string,
  time: readonly number[],
  column: readonly (number | null)[],
  unit: Unit,
  span: [number, number],
): Markup {
  const values = column.map((value) => value ?? NaN);
  if (values.every(Number.isNaN)) return nothing;
  const extent = extentOf(values);
  const x = linearScale(span, [drawing.left, drawing.right]);
  const y = linearScale(extent, [bottom, top]);
  const last = values.findLast((value) => !Number.isNaN(value)) ?? NaN;
  return html`<ul class="legend">
      <li class="equity">
        ${name} <b>${unit === percent ? formatPercent(last) : formatNumber(last)}</b>
      </li>
    </ul>
    <svg viewBox="0 0 ${drawing.width} ${height}" aria-hidden="true">
      ${timeTicks(span).map(({ time: at, label }) => verticalLine(x(at), label, top, bottom))}
      ${gridLines(roundTicks(extent, 4), y, unit)}
      <path class="rolling" d="${brokenPath(time, values, x, y)}" />
    </svg>`;
}

/** A line that stops where a window has no such figure: joining its ends would draw one. */
function brokenPath(
  time: readonly number[],
  values: readonly number[],
  x: Scale,
  y: Scale,
): string {
  const pieces: string[] = [];
  let from = 0;
  values.forEach((value, index) => {
    if (!Number.isNaN(value) && index < values.length - 1) return;
    const end = Number.isNaN(value) ? index : index + 1;
    if (end > from) pieces.push(pathOf(time.slice(from, end), values.slice(from, end), x, y));
    from = index + 1;
  });
  return pieces.join('');
}
