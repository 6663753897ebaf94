import type { RunRecord } from '../../contract/models/run.ts';
import { formatCount } from '../format.ts';
import { html, type Markup } from './markup.ts';

/** The exact text that ran; characters that would reorder or hide it are made visible. */
export function renderSource({ source }: RunRecord): Markup {
  const lineCount = source.replace(/\n$/, '').split('\n').length;
  // HTML drops a line break directly after <pre>, so one is given for it to drop.
  return html`<section>
    <h2>The strategy</h2>
    <p>${formatCount(lineCount, 'line')}, exactly as it ran.</p>
    <pre class="source">${`\n${source}`}</pre>
  </section>`;
}
