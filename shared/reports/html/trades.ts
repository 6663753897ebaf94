import type { RunRecord } from '../../contract/models/run.ts';
import { formatBarTime, formatCount, formatNumber, formatPercent, formatPrice } from '../format.ts';
import { hasManySymbols } from '../trade-symbols.ts';
import { html, nothing, type Markup } from './markup.ts';

/** As many as a reader pages through; a report with all of ten thousand would not open. */
const shown = 500;

type Trade = RunRecord['trades'][number];

/** The trades, first in, first out; the first of them when there are many. */
export function renderTrades({ trades }: RunRecord): Markup {
  if (trades.length === 0) {
    return html`<section>
      <h2>Trades</h2>
      <p>There was no trade.</p>
    </section>`;
  }
  const cut =
    trades.length > shown
      ? `The first ${shown} of ${formatCount(trades.length, 'trade')}; the CSV report has all.`
      : `${formatCount(trades.length, 'trade')}, after commissions.`;
  const many = hasManySymbols(trades);
  return html`<section class="wide">
    <h2>Trades</h2>
    <p>${cut}${assumedNote(trades)}</p>
    <table class="trades">
      <thead>
        <tr>
          <th scope="col">Entry</th>
          <th scope="col">Exit</th>
          ${many ? html`<th scope="col">Symbol</th>` : nothing}
          <th scope="col">Side</th>
          <th scope="col" class="number">Quantity</th>
          <th scope="col" class="number">In at</th>
          <th scope="col" class="number">Out at</th>
          <th scope="col" class="number">Profit</th>
          <th scope="col" class="number">Return</th>
          <th scope="col" class="number">Bars</th>
          <th scope="col">Tag</th>
        </tr>
      </thead>
      <tbody>
        ${trades.slice(0, shown).map((trade) => renderTrade(trade, many))}
      </tbody>
    </table>
  </section>`;
}

function assumedNote(trades: readonly Trade[]): string {
  const count = trades.filter(({ assumed }) => assumed === true).length;
  return count === 0
    ? ''
    : ` ${formatCount(count, 'trade')} marked “assumed”: a bar does not tell what came first in it, and the worse was taken.`;
}

function renderTrade(trade: Trade, many: boolean): Markup {
  const tone = trade.profit > 0 ? 'gain' : trade.profit < 0 ? 'loss' : '';
  const exit = trade.exitBar === null ? html`<em>open</em>` : formatBarTime(trade.exitTime);
  const mark = trade.assumed === true ? html` <span class="assumed">assumed</span>` : nothing;
  return html`<tr>
    <td class="date">${formatBarTime(trade.entryTime)}</td>
    <td class="date">${exit}</td>
    ${many ? html`<td><bdi>${trade.symbol}</bdi></td>` : nothing}
    <td>${trade.direction}${mark}</td>
    <td class="number">${formatNumber(trade.quantity, 6, 0)}</td>
    <td class="number">${formatPrice(trade.entryPrice)}</td>
    <td class="number">${formatPrice(trade.exitPrice)}</td>
    <td class="number ${tone}">${formatNumber(trade.profit)}</td>
    <td class="number ${tone}">${formatPercent(trade.return)}</td>
    <td class="number">${formatNumber(trade.barsHeld, 0)}</td>
    <td class="tag"><bdi>${trade.tag ?? ''}</bdi></td>
  </tr>`;
}
