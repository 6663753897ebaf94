import type { RunRecord } from '../../contract/models/run.ts';
import { describeSettings } from '../describe-settings.ts';
import { html, type Markup } from './markup.ts';

/** The rules of the run, one line a rule. */
export function renderAssumptions({ manifest }: RunRecord): Markup {
  const groups = describeSettings(manifest).map(
    ({ title, rules }) =>
      html`<div>
        <h3>${title}</h3>
        <ul class="plain">
          ${rules.map((text) => html`<li>${text}</li>`)}
        </ul>
      </div>`,
  );
  return html`<section class="rules">
    <h2>Assumptions</h2>
    <p>What was set for this run and how its orders were filled.</p>
    ${groups}
  </section>`;
}
