import type { RunRecord } from '../../contract/models/run.ts';
import { html, nothing, type Markup } from './markup.ts';

const shownLines = 200;
const shownCharacters = 500;

/** What the strategy wrote. Every word of it is the strategy's, not Stratbox's. */
export function renderLog({ log, logTruncated }: RunRecord): Markup {
  if (log.length === 0) return nothing;
  const lines = log.slice(0, shownLines).map(({ level, text, bar }) => {
    const at = bar === null ? '' : `bar ${bar}`;
    const cut = text.length > shownCharacters ? `${text.slice(0, shownCharacters)}…` : text;
    return html`<li class="${level}"><span class="at">${at}</span><bdi>${cut}</bdi></li>`;
  });
  const cut =
    log.length > shownLines
      ? `The first ${shownLines} of ${log.length} lines.`
      : logTruncated
        ? 'The output was cut while the strategy ran.'
        : '';
  return html`<section>
    <h2>What the strategy printed</h2>
    <p>${cut}</p>
    <ol class="log">
      ${lines}
    </ol>
  </section>`;
}
