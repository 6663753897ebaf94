import type { RunRecord } from '../../contract/models/run.ts';
import { formatCount } from '../format.ts';
import { html, type Markup } from './markup.ts';

const sandboxes = {
  docker: 'Docker container',
  embedded: 'Embedded WebAssembly sandbox',
  none: 'No sandbox',
};

/** What was run, on which data, when and where. */
export function renderHeader({
  summary,
  manifest,
  sandbox,
  assessment,
  badges,
}: RunRecord): Markup {
  const promises = Object.values(badges);
  const kept = promises.filter(({ state }) => state === 'passed').length;
  const started = new Date(summary.startedAt).toISOString().slice(0, 16).replace('T', ' ');
  const language = summary.language === 'python' ? 'Python' : 'JavaScript';
  return html`<header class="top">
    <p class="brand">Stratbox <span>Backtest report</span></p>
    <h1><bdi>${summary.name}</bdi></h1>
    <p class="subtitle">
      <bdi>${manifest.datasetName}</bdi>, ${manifest.from} to ${manifest.to},
      ${formatCount(manifest.barCount, 'bar')}
    </p>
    <dl class="facts">
      <div>
        <dt>Run</dt>
        <dd>${started} UTC</dd>
      </div>
      <div>
        <dt>Language</dt>
        <dd>${language}</dd>
      </div>
      <div>
        <dt>Sandbox</dt>
        <dd>${sandboxes[sandbox.kind]}</dd>
      </div>
      <div>
        <dt>Risk</dt>
        <dd>${assessment.riskLevel}, ${formatCount(assessment.riskScore, 'point')}</dd>
      </div>
      <div>
        <dt>Trust</dt>
        <dd>${kept} of ${promises.length} promises passed</dd>
      </div>
    </dl>
  </header>`;
}
