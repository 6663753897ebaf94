import { badgeLabels, type Badge, type Badges, type RunRecord } from '../../contract/models/run.ts';
import { html, type Markup } from './markup.ts';

/** State by sign and word, so that it survives a black-and-white print. Unknown is never a pass. */
const states: Record<Badge['state'], { sign: string; word: string }> = {
  passed: { sign: '✓', word: 'passed' },
  failed: { sign: '✕', word: 'FAILED' },
  unknown: { sign: '–', word: 'not tested' },
};

/** The five promises, each with what stands behind it. */
export function renderBadges({ badges }: RunRecord): Markup {
  const names = Object.keys(badgeLabels) as (keyof Badges)[];
  const items = names.map((name) => {
    const { state, detail } = badges[name];
    const { sign, word } = states[state];
    return html`<li class="badge ${state}">
      <span class="sign" aria-hidden="true">${sign}</span>
      <div>
        <h3>${badgeLabels[name]} <span class="state">${word}</span></h3>
        <p>${detail}</p>
      </div>
    </li>`;
  });
  return html`<section>
    <h2>Why this result can be trusted, and where not</h2>
    <ul class="badges">
      ${items}
    </ul>
  </section>`;
}
