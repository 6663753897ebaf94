import { describePolicy } from '../../contract/models/policy.ts';
import type { RunRecord } from '../../contract/models/run.ts';
import { describeLimits, describeResources } from '../describe-resources.ts';
import { formatCount } from '../format.ts';
import { html, type Markup } from './markup.ts';

/** All that is needed to run this again and to compare: whole hashes, not shortened. */
export function renderManifest(record: RunRecord): Markup {
  const rows = manifestRows(record).map(
    ([label, value]) =>
      html`<tr>
        <th scope="row">${label}</th>
        <td><code>${value === '' ? 'none' : value}</code></td>
      </tr>`,
  );
  return html`<section>
    <h2>Manifest</h2>
    <p>The same source, data and settings give the same hashes on any machine.</p>
    <table class="manifest">
      <tbody>
        ${rows}
      </tbody>
    </table>
  </section>`;
}

function manifestRows(record: RunRecord): [string, string][] {
  const { summary, manifest, sandbox, timings } = record;
  const used = describeResources(record);
  const parameters = Object.entries(manifest.parameters).map(
    ([name, value]) => `${name} = ${String(value)}`,
  );
  return [
    ['Run', summary.runId],
    ['Stratbox', manifest.stratbox],
    ['Engine', manifest.engine],
    ['Source (SHA-256)', manifest.sourceHash],
    ['Policy (SHA-256)', policyRow(manifest.policy)],
    ['Data (SHA-256)', manifest.dataHash],
    ['Data set', manifest.datasetId],
    ...manifest.moreDatasets.map(({ id, symbol, hash }): [string, string] => [
      `Data of ${symbol} (SHA-256)`,
      `${hash} (${id})`,
    ]),
    ...manifest.tables.map(({ id, hash }): [string, string] => [
      'Table given (SHA-256)',
      `${hash} (${id})`,
    ]),
    ...(manifest.benchmark === null
      ? []
      : ([['Benchmark (SHA-256)', `${manifest.benchmark.hash} (${manifest.benchmark.id})`]] as [
          string,
          string,
        ][])),
    ['Parameters', parameters.join(', ')],
    ['Sandbox', [manifest.sandbox, sandbox.engine ?? ''].filter(Boolean).join(', ')],
    ['Sandbox chosen because', sandbox.reason],
    ['Sandbox image', manifest.imageId ?? ''],
    ['Limits', describeLimits(manifest.limits)],
    ...(used === '' ? [] : ([['Used', used]] as [string, string][])),
    ['Decisions', formatCount(manifest.decisionCount, 'decision')],
    ['Decisions (SHA-256)', manifest.decisionsHash],
    ['Equity (SHA-256)', manifest.equityHash],
    ...(manifest.resultHash === ''
      ? []
      : ([['Result of the script (SHA-256)', manifest.resultHash]] as [string, string][])),
    ['Time spent', `${Math.round(timings.total)} ms`],
  ];
}

function policyRow(policy: RunRecord['manifest']['policy']): string {
  return policy === null ? '' : `${policy.hash} (${describePolicy(policy)})`;
}
