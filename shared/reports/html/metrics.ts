import type { Metric, RunRecord } from '../../contract/models/run.ts';
import { byGroup } from '../../metrics/groups.ts';
import { formatMetric } from '../format.ts';
import { isVerified } from '../report.ts';
import { html, nothing, type Markup } from './markup.ts';

/** As many figures as one row of cards holds; the metrics come in the order of their weight. */
const cardCount = 6;

/** Only gains and losses are good or bad by their sign. */
const tonedIds = new Set([
  'total_return',
  'annual_return',
  'cagr',
  'excess_return',
  'return_at_twice_costs',
]);

/** The figures a reader looks for first. */
export function renderCards(record: RunRecord): Markup {
  const cards = record.metrics.slice(0, cardCount).map(
    (metric) =>
      html`<div class="card">
        <dt>${metric.label}</dt>
        <dd class="figure ${toneOf(metric)}">${formatMetric(metric)}</dd>
        <dd class="note">
          ${unverifiedMark(record)}${metric.value === null ? metric.note : twiceCosts(metric, record)}
        </dd>
      </div>`,
  );
  if (cards.length === 0) return nothing;
  return html`<dl class="cards ${isVerified(record) ? '' : 'unverified'}">${cards}</dl>`;
}

/** Every figure by group, with its formula and what its value rests on. */
export function renderMetrics(record: RunRecord): Markup {
  if (record.metrics.length === 0) return nothing;
  return html`<section>
    <h2>Figures${isVerified(record) ? '' : ' (not verified)'}</h2>
    ${byGroup(record.metrics).map(({ group, items }) => renderGroup(record, group, items))}
  </section>`;
}

function renderGroup(record: RunRecord, group: string, metrics: readonly Metric[]): Markup {
  const rows = metrics.map(
    (metric) =>
      html`<tr>
        <th scope="row">${metric.label}</th>
        <td class="number ${toneOf(metric)}">${formatMetric(metric)}${unverifiedMark(record)}</td>
        <td>
          <p>${metric.formula}</p>
          ${metric.note === '' ? '' : html`<p class="note">${metric.note}</p>`}
        </td>
      </tr>`,
  );
  return html`<h3>${group}</h3>
    <table class="figures ${isVerified(record) ? '' : 'unverified'}">
      <thead>
        <tr>
          <th scope="col">Figure</th>
          <th scope="col" class="number">Value</th>
          <th scope="col">How it is computed, and what it rests on</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>`;
}

/** Beside the net return: what is left of it when trading costs twice as much. */
function twiceCosts({ id }: Metric, { metrics }: RunRecord): string {
  const metric = metrics.find((one) => one.id === 'return_at_twice_costs');
  if (id !== 'total_return' || metric === undefined || metric.value === null) return '';
  return `at twice the costs ${formatMetric(metric)}`;
}

/** Stands beside every single figure, so that none can be cut out and shown alone. */
function unverifiedMark(record: RunRecord): Markup {
  return isVerified(record) ? nothing : html` <span class="mark">not verified</span>`;
}

function toneOf({ id, value }: Metric): string {
  if (value === null) return 'missing';
  if (!tonedIds.has(id) || value === 0) return '';
  return value > 0 ? 'gain' : 'loss';
}
