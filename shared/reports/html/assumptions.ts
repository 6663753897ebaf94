import type { RunRecord } from '../../contract/models/run.ts';
import { describeSettings } from '../describe-settings.ts';
import { html, type Markup } from './markup.ts';

/** The money rules of the run, one line a rule. */
export function renderAssumptions({ manifest }: RunRecord): Markup {
  const items = describeSettings(manifest).map((text) => html`<li>${text}</li>`);
  return html`<section>
    <h2>Assumptions</h2>
    <ul class="plain">
      ${items}
    </ul>
  </section>`;
}
