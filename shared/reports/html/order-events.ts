import type { RunRecord } from '../../contract/models/run.ts';
import { formatBarTime, formatCount } from '../format.ts';
import { reasonNames } from '../order-event-reasons.ts';
import { html, nothing, type Markup } from './markup.ts';

const shown = 100;

/** What kept orders from being filled as they were given: a result is not complete without it. */
export function renderOrderEvents({ events, eventCount }: RunRecord): Markup {
  if (eventCount === 0) return nothing;
  const rows = events.slice(0, shown).map(
    ({ bar, time, reason, message }) =>
      html`<tr>
        <td class="date">${time === null ? `bar ${bar}` : formatBarTime(time)}</td>
        <td class="reason">${reasonNames[reason]}</td>
        <td><bdi>${message}</bdi></td>
      </tr>`,
  );
  const cut = eventCount > shown ? ` The first ${shown} are shown.` : '';
  return html`<section>
    <h2>Order events</h2>
    <p>
      ${formatCount(eventCount, 'event')}: orders that were refused, cut, expired, cancelled or
      forced.${cut}
    </p>
    <table class="trades events">
      <thead>
        <tr>
          <th scope="col">Bar</th>
          <th scope="col">Reason</th>
          <th scope="col">What happened</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </section>`;
}
