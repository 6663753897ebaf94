import type { Bars } from '../../../shared/bars/bars.ts';
import { periodsPerYear } from '../../../shared/bars/periods-per-year.ts';
import type {
  Badges,
  LogLine,
  Manifest,
  RunError,
  RunRecord,
  RunRequest,
  RunStatus,
  SandboxUsed,
  Timings,
} from '../../../shared/contract/models/run.ts';
import type { SourceAssessment } from '../../../shared/contract/models/validation.ts';
import type { Dataset } from '../../../shared/contract/models/workspace.ts';
import { buyAndHold, sampleCurve } from '../../../shared/metrics/curve.ts';
import { computeMetrics } from '../../../shared/metrics/index.ts';
import type { FullCurve } from '../store/runs.ts';
import { appVersion } from '../version.ts';
import type { Verification } from './verify.ts';

/** All that is known about a run when it has ended, however it ended. */
export interface EndedRun {
  readonly request: RunRequest;
  readonly startedAt: number;
  readonly status: RunStatus;
  readonly error: RunError | null;
  readonly assessment: SourceAssessment;
  readonly dataset: Dataset;
  readonly bars: Bars;
  readonly sandbox: SandboxUsed;
  readonly badges: Badges;
  readonly log: readonly LogLine[];
  readonly verification: Verification | null;
  readonly decisionCount: number;
  readonly timings: Timings;
}

const emptyCurve: FullCurve = {
  time: new Float64Array(),
  equity: new Float64Array(),
  benchmark: new Float64Array(),
};

/** Makes the record that is shown, kept and reported, and the full curve kept beside it. */
export function buildRecord(run: EndedRun): { record: RunRecord; full: FullCurve } {
  const { request, bars, verification } = run;
  const full = verification === null ? emptyCurve : fullCurve(run, verification);
  const metrics = verification === null ? [] : metricsOf(request, bars, full, verification);
  const valueOf = (id: string) => metrics.find((metric) => metric.id === id)?.value ?? null;
  const record: RunRecord = {
    summary: {
      runId: request.runId,
      name: request.name,
      language: request.language,
      datasetName: run.dataset.name,
      startedAt: run.startedAt,
      status: run.status,
      sandboxKind: run.sandbox.kind,
      verified: run.badges.verified.state === 'passed',
      riskScore: run.assessment.riskScore,
      totalReturn: valueOf('total_return'),
      sharpeRatio: valueOf('sharpe_ratio'),
      maxDrawdown: valueOf('max_drawdown'),
      tradeCount: valueOf('trade_count'),
    },
    source: request.source,
    status: run.status,
    assessment: run.assessment,
    sandbox: run.sandbox,
    badges: run.badges,
    error: run.error,
    metrics,
    curve: sampleCurve(full),
    trades: verification === null ? [] : [...verification.result.trades],
    rejections: verification === null ? [] : [...verification.result.rejections],
    log: [...run.log],
    logTruncated: run.log.some(
      ({ level, text }) => level === 'warn' && text.startsWith('Output is cut'),
    ),
    manifest: manifestOf(run),
    timings: run.timings,
  };
  return { record, full };
}

function fullCurve({ bars, request }: EndedRun, { result }: Verification): FullCurve {
  return {
    time: bars.time,
    equity: result.equity,
    benchmark: buyAndHold(bars.close, request.settings.initialCash),
  };
}

function metricsOf(
  { settings }: RunRequest,
  bars: Bars,
  { time, equity, benchmark }: FullCurve,
  { result }: Verification,
) {
  return computeMetrics({
    time,
    equity,
    exposure: result.exposure,
    benchmark,
    trades: result.trades,
    fills: result.fills,
    initialCash: settings.initialCash,
    periodsPerYear: periodsPerYear(bars.time),
    riskFreeRate: 0,
  });
}

function manifestOf({ request, dataset, bars, sandbox, ...run }: EndedRun): Manifest {
  const date = (index: number) => {
    const time = bars.time.at(index);
    return time === undefined ? '' : new Date(time).toISOString().slice(0, 10);
  };
  return {
    stratbox: appVersion,
    sourceHash: run.assessment.sourceHash,
    datasetId: dataset.id,
    datasetName: dataset.name,
    dataHash: dataset.hash,
    from: date(0),
    to: date(-1),
    barCount: bars.time.length,
    parameters: request.parameters,
    settings: request.settings,
    limits: request.limits,
    sandbox: sandbox.kind,
    imageId: sandbox.imageId ?? null,
    decisionCount: run.decisionCount,
    decisionsHash: run.verification?.decisionsHash ?? '',
    equityHash: run.verification?.equityHash ?? '',
    ...(request.acceptance === undefined ? {} : { acceptance: request.acceptance }),
  };
}
