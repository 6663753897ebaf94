import type { RunRecord } from '../../contract/models/run.ts';
import { formatNumber, formatPercent } from '../format.ts';
import { isVerified } from '../report.ts';
import {
  extentOf,
  linearScale,
  roundTicks,
  tickDecimals,
  timeTicks,
  type Scale,
} from './chart-scale.ts';
import { html, nothing, type Markup } from './markup.ts';

const width = 1000;
const left = 8;
const right = 916;
const equityTop = 12;
const equityBottom = 312;
const drawdownTop = 340;
const drawdownBottom = 440;
const height = 470;

/** Equity with buy and hold, and the drawdown beneath, as one drawing without a script. */
export function renderCurve(record: RunRecord): Markup {
  const { time, equity, benchmark, drawdown } = record.curve;
  if (time.length < 2) return nothing;
  const moneyExtent = extentOf(equity, benchmark);
  const drawdownExtent: [number, number] = [Math.min(extentOf(drawdown)[0], -0.01), 0];
  const timeExtent = extentOf(time);
  const x = linearScale(timeExtent, [left, right]);
  const money = linearScale(moneyExtent, [equityBottom, equityTop]);
  const share = linearScale(drawdownExtent, [drawdownBottom, drawdownTop]);
  const last = equity.at(-1) ?? 0;
  const held = benchmark.at(-1) ?? 0;
  return html`<section class="curve ${isVerified(record) ? '' : 'unverified'}">
    <h2>Equity${isVerified(record) ? '' : ' (not verified)'}</h2>
    <ul class="legend">
      <li class="equity">Strategy <b>${formatNumber(last, 0)}</b></li>
      <li class="held">Buy and hold, without costs <b>${formatNumber(held, 0)}</b></li>
      <li class="drawdown">Drawdown of the strategy</li>
    </ul>
    <svg viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="curve-title">
      <title id="curve-title">
        Equity from ${formatNumber(equity[0] ?? 0, 0)} to ${formatNumber(last, 0)}; buy and hold
        ends at ${formatNumber(held, 0)}; the deepest drawdown drawn is
        ${formatPercent(extentOf(drawdown)[0])}
      </title>
      ${timeTicks(timeExtent).map(({ time: at, label }) => verticalLine(x(at), label))}
      ${gridLines(roundTicks(moneyExtent, 6), money, moneyUnit(moneyExtent))}
      ${gridLines(roundTicks(drawdownExtent, 3), share, [0.01, '%'])}
      <path class="held" d="${pathOf(time, benchmark, x, money)}" />
      <path class="equity" d="${pathOf(time, equity, x, money)}" />
      <path
        class="under"
        d="${pathOf(time, drawdown, x, share)}L${right} ${drawdownTop}L${left} ${drawdownTop}Z"
      />
      <path class="drawdown" d="${pathOf(time, drawdown, x, share)}" />
    </svg>
  </section>`;
}

function pathOf(time: readonly number[], values: readonly number[], x: Scale, y: Scale): string {
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
type Unit = readonly [size: number, suffix: string];

function gridLines(ticks: readonly number[], scale: Scale, [size, suffix]: Unit): Markup[] {
  const values = ticks.map((tick) => tick / size);
  const decimals = tickDecimals(values);
  return values.map((value) =>
    horizontalLine(scale(value * size), `${formatNumber(value, decimals)}${suffix}`),
  );
}

function verticalLine(x: number, label: string): Markup {
  return html`<path class="grid" d="M${round(x)} ${equityTop}V${drawdownBottom}" /><text
      class="time"
      x="${round(x)}"
      y="${height - 8}"
      >${label}</text
    >`;
}

const moneyUnits: readonly Unit[] = [
  [1e12, 'T'],
  [1e9, 'B'],
  [1e6, 'M'],
  [1e3, 'k'],
];

/** One unit for the whole axis, so that its labels can be compared: that of the largest value. */
function moneyUnit(extent: readonly [number, number]): Unit {
  const largest = Math.max(...extent.map(Math.abs));
  return moneyUnits.find(([size]) => largest >= size) ?? [1, ''];
}

/** A tenth of a unit of the drawing is less than a printer's dot. */
function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}
