import { formatTime } from '../../shared/bars/format-time.ts';
import { badgeLabels, type Badges, type RunRecord } from '../../shared/contract/models/run.ts';
import type { Call } from './client.ts';
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
    events: record.events,
    eventCount: record.eventCount,
    account: record.account,
    equity: record.status === 'done' ? await fullEquity(call, summary.runId) : [],
    violations: record.assessment.findings,
    log: record.log,
    manifest: record.manifest,
    timings: record.timings,
  };
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
      table(record.metrics.map((metric) => [metric.label, figure(metric), metric.note])),
      `Run ${summary.runId}: "report ${summary.runId} --format html --out report.html" writes a report.`,
    );
  }
  return printable(parts.join('\n\n'));
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
