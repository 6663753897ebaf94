import type { RunRecord } from '../../contract/models/run.ts';
import { formatNumber, formatPercent } from '../format.ts';
import { isVerified } from '../report.ts';
import { extentOf, linearScale, roundTicks, timeTicks } from './chart-scale.ts';
import { drawing, gridLines, pathOf, verticalLine, type Unit } from './drawing.ts';
import { html, nothing, type Markup } from './markup.ts';

const { width, left, right } = drawing;
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
  const heldAtEnd = benchmark.at(-1) ?? 0;
  const held = `${record.manifest.benchmark?.name ?? 'Buy and hold'}, without costs`;
  return html`<section class="curve ${isVerified(record) ? '' : 'unverified'}">
    <h2>Equity${isVerified(record) ? '' : ' (not verified)'}</h2>
    <ul class="legend">
      <li class="equity">Strategy <b>${formatNumber(last, 0)}</b></li>
      <li class="held">${held} <b>${formatNumber(heldAtEnd, 0)}</b></li>
      <li class="drawdown">Drawdown of the strategy</li>
    </ul>
    <svg viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="curve-title">
      <title id="curve-title">
        Equity from ${formatNumber(equity[0] ?? 0, 0)} to ${formatNumber(last, 0)}; ${held}, ends at
        ${formatNumber(heldAtEnd, 0)}; the deepest drawdown drawn is
        ${formatPercent(extentOf(drawdown)[0])}
      </title>
      ${timeTicks(timeExtent).map(({ time: at, label }) => verticalLine(x(at), label, equityTop, drawdownBottom))}
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
