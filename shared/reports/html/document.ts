import type { RunRecord } from '../../contract/models/run.ts';
import { isVerified } from '../report.ts';
import { isAnalysis } from '../script-result/is-analysis.ts';
import { renderAccount } from './account.ts';
import { renderAssumptions } from './assumptions.ts';
import { renderBadges } from './badges.ts';
import { renderCurve } from './curve.ts';
import { renderFindings } from './findings.ts';
import { renderHeader } from './header.ts';
import { renderLog } from './log.ts';
import { renderManifest } from './manifest.ts';
import { html, type Markup } from './markup.ts';
import { renderCards, renderMetrics } from './metrics.ts';
import { renderMonthly, renderRolling } from './periods.ts';
import { renderOrderEvents } from './order-events.ts';
import { renderPlots } from './plots.ts';
import { renderNoDecisions, renderScriptResult } from './script-result.ts';
import { renderSource } from './source.ts';
import { styles } from './styles.ts';
import { renderTrades } from './trades.ts';
import { renderWarnings } from './warnings.ts';

/** The whole report. Its policy forbids scripts and every request, should escaping ever fail. */
export function renderDocument(record: RunRecord): string {
  const { summary, manifest } = record;
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
        />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>
          ${isVerified(record) ? '' : 'NOT VERIFIED: '}${summary.name} on ${manifest.datasetName}
        </title>
        ${styles}
      </head>
      <body>
        <main>
          ${renderHeader(record)} ${renderWarnings(record)}
          ${isAnalysis(record) ? renderAnalysis(record) : renderBacktest(record)}
          ${renderLog(record)} ${renderManifest(record)} ${renderSource(record)}
        </main>
        <footer>
          Made by Stratbox ${manifest.stratbox}. Past results of a simulation say little about the
          future.
        </footer>
      </body>
    </html> `;
  return page.toString();
}

/** A run for the sake of its decisions: their figures first. */
function renderBacktest(record: RunRecord): Markup {
  return html`${renderCards(record)} ${renderCurve(record)} ${renderPlots(record)}
  ${renderScriptResult(record)} ${renderMonthly(record)} ${renderRolling(record)}
  ${renderBadges(record)} ${renderMetrics(record)} ${renderAssumptions(record)}
  ${renderFindings(record)} ${renderTrades(record)} ${renderOrderEvents(record)}
  ${renderAccount(record)}`;
}

/** A run for the sake of its result: an account that nothing happened to is not shown. */
function renderAnalysis(record: RunRecord): Markup {
  return html`${renderScriptResult(record)} ${renderNoDecisions(record)} ${renderBadges(record)}
  ${renderFindings(record)}`;
}
