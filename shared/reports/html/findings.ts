import { describePolicy } from '../../contract/models/policy.ts';
import type { RunRecord } from '../../contract/models/run.ts';
import { formatCount } from '../format.ts';
import { html, nothing, type Markup } from './markup.ts';

const shown = 200;

/** What the validation found in the source, and whether a person accepted it. */
export function renderFindings({ assessment, manifest }: RunRecord): Markup {
  const { findings, riskLevel, riskScore, decision, policy } = assessment;
  const judge = policy === null ? 'the policy' : `the ${describePolicy(policy)} policy`;
  const acceptance =
    manifest.acceptance === undefined
      ? nothing
      : html`<p class="accepted">
          A person reviewed the findings and accepted them:
          “<bdi>${manifest.acceptance.reason}</bdi>”
        </p>`;
  const rows = findings.slice(0, shown).map(
    (finding) =>
      html`<tr>
        <td class="number">${finding.line}:${finding.column}</td>
        <td class="number">${finding.points}</td>
        <td><code>${finding.ruleId}</code></td>
        <td>
          <p>${finding.message}</p>
          <p class="note">${finding.fix}</p>
        </td>
      </tr>`,
  );
  const table = html`<table>
    <thead>
      <tr>
        <th scope="col" class="number">Line</th>
        <th scope="col" class="number">Points</th>
        <th scope="col">Rule</th>
        <th scope="col">Finding, and what to do</th>
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
  const cut =
    findings.length > shown ? `The first ${shown} of ${findings.length} findings are shown.` : '';
  return html`<section>
    <h2>Findings in the source</h2>
    <p>
      Risk ${riskLevel}, ${formatCount(riskScore, 'point')}; ${judge} says: ${decision}.
      ${findings.length === 0 ? 'Nothing was found.' : cut}
    </p>
    ${acceptance} ${findings.length === 0 ? nothing : table}
  </section>`;
}
