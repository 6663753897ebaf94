import type { RunRecord } from '../../contract/models/run.ts';
import { formatCount } from '../format.ts';
import { html, nothing, type Markup } from './markup.ts';

const shown = 100;

/** What kept orders from being filled as they were given: a result is not complete without it. */
export function renderOrderEvents({ events, eventCount }: RunRecord): Markup {
  if (eventCount === 0) return nothing;
  const items = events
    .slice(0, shown)
    .map(({ bar, message }) => html`<li>Bar ${String(bar)}: ${message}</li>`);
  const cut = eventCount > shown ? ` The first ${shown} are shown.` : '';
  return html`<section>
    <h2>Order events</h2>
    <p>
      ${formatCount(eventCount, 'event')}: orders that were refused, cut, expired or forced.${cut}
    </p>
    <ul class="plain">
      ${items}
    </ul>
  </section>`;
}
