import type { RunRecord } from '../../contract/models/run.ts';
import { formatCount } from '../format.ts';
import { html, nothing, type Markup } from './markup.ts';

const shown = 100;

/** Orders that were not filled: a result is not complete without them. */
export function renderRejections({ rejections }: RunRecord): Markup {
  if (rejections.length === 0) return nothing;
  const items = rejections.slice(0, shown).map(({ message }) => html`<li>${message}</li>`);
  const cut = rejections.length > shown ? ` The first ${shown} are shown.` : '';
  return html`<section>
    <h2>Orders that were not filled</h2>
    <p>${formatCount(rejections.length, 'order')}.${cut}</p>
    <ul class="plain">
      ${items}
    </ul>
  </section>`;
}
