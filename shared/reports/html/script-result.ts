import type { RunRecord } from '../../contract/models/run.ts';
import type { ScriptResult } from '../../contract/models/script-result.ts';
import { formatCount, formatNumber } from '../format.ts';
import { isAnalysis } from '../script-result/is-analysis.ts';
import { headOf, printColumn } from '../script-result/print-column.ts';
import { printValue } from '../script-result/print-value.ts';
import { tableExtent } from '../script-result/table-extent.ts';
import { html, nothing, type Markup } from './markup.ts';
import { renderResultChart } from './script-result-chart.ts';

type Table = Extract<ScriptResult, { kind: 'table' }>;
type Entries = Extract<ScriptResult, { kind: 'record' }>;

/** As much of a table as a page can hold; the CSV report has all that was kept. */
const shownRows = 200;
const shownColumns = 12;

/** What the strategy left in `result`. Every figure of it is the strategy's, not Stratbox's. */
export function renderScriptResult({ scriptResult: result }: RunRecord): Markup {
  if (result === null) return nothing;
  return html`<section class="wide">
    <h2>Result of the script, not verified</h2>
    <p>The strategy's own code computed this. The host has not checked it.</p>
    ${renderResult(result)}
  </section>`;
}

/** In place of figures that would say nothing: the script made no decisions. */
export function renderNoDecisions(record: RunRecord): Markup {
  if (!isAnalysis(record)) return nothing;
  return html`<section>
    <h2>Equity</h2>
    <p>
      The script made no decisions: the account stayed at
      ${formatNumber(record.manifest.settings.initialCash)}, without trades.
    </p>
  </section>`;
}

function renderResult(result: ScriptResult): Markup {
  switch (result.kind) {
    case 'value': {
      const { text, exact } = printValue(result.value);
      const isText = typeof result.value === 'string' && result.value !== '';
      if (isText) return html`<pre class="source">${text}</pre>`;
      return html`<div class="figure">${text}</div>
        <p class="note">${exact}</p>`;
    }
    case 'record':
      return renderRecord(result);
    case 'table':
      return renderTable(result);
  }
}

function renderRecord({ entries, entryCount }: Entries): Markup {
  const cut =
    entryCount > shownRows
      ? `The first ${formatNumber(Math.min(shownRows, entries.length), 0)} of ${formatCount(entryCount, 'value')}.`
      : formatCount(entryCount, 'value');
  return html`<p>${cut}</p>
    <table class="manifest">
      <tbody>
        ${entries.slice(0, shownRows).map(
          ({ name, value }) =>
            html`<tr>
              <th scope="row"><bdi>${name}</bdi></th>
              <td><bdi>${printValue(value).text}</bdi></td>
            </tr>`,
        )}
      </tbody>
    </table>`;
}

function renderTable(table: Table): Markup {
  const all = table.columns.map((column, place) => printColumn(column, place < table.indexCount));
  const columns = all.slice(0, shownColumns);
  const kept = columns[0]?.text.length ?? 0;
  const rows = Array.from({ length: Math.min(kept, shownRows) }, (_, row) => row);
  const cut = [
    ...(kept > shownRows ? [`the first ${shownRows} rows`] : []),
    ...(all.length > shownColumns ? [`the first ${shownColumns} columns`] : []),
  ];
  const more = cut.length === 0 ? '' : ` Shown are ${cut.join(' and ')}; the CSV report has more.`;
  return html`<p>${tableExtent(table)}.${more}</p>
    ${renderResultChart(all, table.rowCount)}
    <table class="trades">
      <thead>
        <tr>
          ${columns.map(
            (column) =>
              html`<th scope="col" class="${classOf(column.kind)}">
                <bdi>${headOf(column)}</bdi>
              </th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${columns.map(
                ({ kind, text }) =>
                  html`<td class="${classOf(kind)}"><bdi>${short(text[row] ?? '')}</bdi></td>`,
              )}
            </tr>`,
        )}
      </tbody>
    </table>`;
}

/** A cell is for looking up, not for reading. */
const longestCell = 80;

function short(text: string): string {
  return text.length > longestCell ? `${text.slice(0, longestCell)}…` : text;
}

function classOf(kind: Table['columns'][number]['kind']): string {
  return kind === 'number' ? 'number' : '';
}
