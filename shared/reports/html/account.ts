import type { RunRecord } from '../../contract/models/run.ts';
import { accountRows } from '../account-rows.ts';
import { html, nothing, type Markup } from './markup.ts';

/** What the account held and paid beside its trades. */
export function renderAccount(record: RunRecord): Markup {
  const rows = accountRows(record);
  if (rows.length === 0) return nothing;
  return html`<section>
    <h2>Account at the end</h2>
    <table class="manifest">
      <tbody>
        ${rows.map(
          ({ label, text }) =>
            html`<tr>
              <th scope="row">${label}</th>
              <td><bdi>${text}</bdi></td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}
