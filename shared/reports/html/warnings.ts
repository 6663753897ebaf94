import { badgeLabels, type Badges, type RunRecord } from '../../contract/models/run.ts';
import { networkWarning } from '../network-warning.ts';
import { isVerified } from '../report.ts';
import { html, type Markup } from './markup.ts';

/** What a reader must know before any figure: that it is not verified, or that a promise is broken. */
export function renderWarnings(record: RunRecord): Markup {
  const { badges, error } = record;
  const notes: Markup[] = [];
  if (!isVerified(record)) {
    notes.push(
      html`<div class="warning" role="alert">
        <h2>Not verified. Do not rely on these figures.</h2>
        <p>${badges.verified.detail}</p>
      </div>`,
    );
  }
  const network = networkWarning(record);
  if (network !== undefined) {
    notes.push(
      html`<div class="warning" role="alert">
        <h2>${network.title}</h2>
        <p>${network.text}</p>
      </div>`,
    );
  }
  for (const name of Object.keys(badgeLabels) as (keyof Badges)[]) {
    if (name === 'verified' || badges[name].state !== 'failed') continue;
    // Said above, in the words of the choice that led to it.
    if (name === 'isolated' && network !== undefined) continue;
    notes.push(
      html`<div class="warning" role="alert">
        <h2>Failed: ${badgeLabels[name]}</h2>
        <p>${badges[name].detail}</p>
      </div>`,
    );
  }
  if (error !== null) {
    notes.push(
      html`<div class="warning" role="alert">
        <h2>The run did not finish</h2>
        <p>${error.message} ${error.hint}</p>
      </div>`,
    );
  }
  if (record.extractionError !== null) {
    notes.push(
      html`<p class="accepted">
        <b>Not everything could be extracted.</b> ${record.extractionError}
      </p>`,
    );
  }
  return html`${notes}`;
}
