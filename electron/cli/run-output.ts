import { formatTime } from '../../shared/bars/format-time.ts';
import { badgeLabels, type Badges, type RunRecord } from '../../shared/contract/models/run.ts';
import { describeResources } from '../../shared/reports/describe-resources.ts';
import { networkWarning } from '../../shared/reports/network-warning.ts';
import { countReasons, reasonNames } from '../../shared/reports/order-event-reasons.ts';
import { isAnalysis } from '../../shared/reports/script-result/is-analysis.ts';
import type { Call } from './client.ts';
import { describeFindings } from './describe-findings.ts';
import { describeScriptResult } from './describe-script-result.ts';
import { printable, table } from './terminal.ts';

const isoTime = (time: number | null) => (time === null ? null : new Date(time).toISOString());

/** The one JSON document of `run --json`: every bar's equity, and metrics by id (null is "n/a"). */
export async function runDocument(call: Call, record: RunRecord) {
  const { summary, sandbox } = record;
  return {
    status: record.status,
    runId: summary.runId,
    error: record.error,
    sandbox: sandbox.kind,
    sandboxReason: sandbox.reason,
    riskScore: record.assessment.riskScore,
    riskLevel: record.assessment.riskLevel,
    badges: record.badges,
    metrics: Object.fromEntries(record.metrics.map(({ id, value }) => [id, value])),
    trades: record.trades.map((trade) => ({
      ...trade,
      entryTime: isoTime(trade.entryTime),
      exitTime: isoTime(trade.exitTime),
    })),
    events: record.events.map((event) => ({ ...event, time: isoTime(event.time) })),
    eventCount: record.eventCount,
    account: record.account,
    equity: record.status === 'done' ? await fullEquity(call, summary.runId) : [],
    violations: record.assessment.findings,
    scriptResult: record.scriptResult,
    extractionError: record.extractionError,
    log: record.log,
    manifest: record.manifest,
    timings: record.timings,
    resources: resourceFigures(record.resources),
  };
}

/** Peaks and means; the measurements themselves are in the report. */
function resourceFigures(use: RunRecord['resources']) {
  if (use === null) return null;
  const { measured, peakMemory, peakCpu, meanCpu, allowed, note } = use;
  return { measured, peakMemory, peakCpu, meanCpu, allowed, note };
}

async function fullEquity(call: Call, runId: string) {
  const { files } = await call('report.export', { runId, format: 'json' });
  const report = JSON.parse(files[0]?.content ?? '{}') as {
    fullCurve: { time: number[]; equity: number[] };
  };
  const { time, equity } = report.fullCurve;
  return time.map((at, index) => ({ time: isoTime(at), equity: equity[index] }));
}

const badgeSigns = { passed: 'yes', failed: 'NO', unknown: 'not tested' } as const;

/** The same run for a person to read. */
export function describeRun(record: RunRecord): string {
  const { summary, sandbox, error, manifest } = record;
  const heading = `${summary.name} on ${manifest.datasetName}, ${manifest.from} to ${manifest.to}`;
  const parts = [heading, `Status: ${record.status}; sandbox: ${sandbox.kind}. ${sandbox.reason}`];
  if (error !== null) {
    const at = error.line === undefined ? '' : ` (line ${error.line})`;
    parts.push(`${error.message}${at}`, error.hint);
  }
  const network = networkWarning(record);
  if (network !== undefined) parts.push(`${network.title}. ${network.text}`);
  if (record.status === 'blocked') parts.push(...describeBlocked(record));
  if (record.status === 'done') {
    const labels = Object.entries(badgeLabels) as [keyof Badges, string][];
    parts.push(
      table(
        labels.map(([id, label]) => [
          label,
          badgeSigns[record.badges[id].state],
          record.badges[id].detail,
        ]),
      ),
      describeScriptResult(record),
      ...accountParts(record),
      describeResources(record),
      `Run ${summary.runId}: "report ${summary.runId} --format html --out report.html" writes a report.`,
    );
  }
  if (record.status !== 'done') parts.push(describeResources(record));
  return printable(parts.filter((part) => part !== '').join('\n\n'));
}

/** What became of the account; an analysis that decided nothing left it as it was. */
function accountParts(record: RunRecord): string[] {
  if (isAnalysis(record)) return ['It made no decisions.'];
  return [
    table(record.metrics.map((metric) => [metric.label, figure(metric), metric.note])),
    outcomeLines(record).join('\n'),
  ];
}

const eventsShown = 5;

/** What the figures do not tell: how thin the edge is, what was not filled, what is still held. */
function outcomeLines({ metrics, trades, events, eventCount, account }: RunRecord): string[] {
  const lines: string[] = [];
  const net = metrics.find(({ id }) => id === 'total_return');
  const dearer = metrics.find(({ id }) => id === 'return_at_twice_costs');
  if (net !== undefined && dearer !== undefined) {
    lines.push(`Net return ${figure(net)}; at twice the costs ${figure(dearer)}.`);
  }
  const assumed = trades.filter((trade) => trade.assumed === true).length;
  if (assumed > 0) {
    lines.push(`${assumed} of ${trades.length} trades assume what came first inside a bar.`);
  }
  const open = trades.filter(({ exitBar }) => exitBar === null).length;
  const held = account?.positions.map(({ symbol, quantity }) => `${quantity} ${symbol}`) ?? [];
  if (held.length > 0) {
    const valued = open === 0 ? '' : `, valued at the last close (${open} open trades)`;
    lines.push(`Open at the end: ${held.join(', ')}${valued}.`);
  }
  if (eventCount > 0) {
    lines.push(`Order events: ${eventCount} (${countReasons(events)})`);
    lines.push(...events.slice(0, eventsShown).map(eventLine));
    if (eventCount > eventsShown) lines.push(`  and ${eventCount - eventsShown} more`);
  }
  return lines;
}

function eventLine({ bar, time, reason, message }: RunRecord['events'][number]): string {
  const when = time === null ? `bar ${bar}` : formatTime(time);
  return `  ${when}  ${reasonNames[reason]}: ${message}`;
}

/** What stood in the way, and what lets the run through where a person's word can. */
function describeBlocked({ assessment, summary }: RunRecord): string[] {
  const { findings, decision } = assessment;
  const listed = findings.length === 0 ? [] : [describeFindings(findings, summary.name).join('\n')];
  if (decision !== 'review') return listed;
  return [
    ...listed,
    'If you have reviewed these findings and accept them, run it again with --accept "why it is acceptable".',
  ];
}

function figure({ value, unit }: RunRecord['metrics'][number]): string {
  if (value === null) return 'n/a';
  switch (unit) {
    case 'percent':
      return `${(value * 100).toFixed(2)} %`;
    case 'count':
      return value.toFixed(0);
    case 'days':
      return `${value.toFixed(0)} days`;
    case 'date':
      return formatTime(value);
    default:
      return value.toFixed(2);
  }
}
