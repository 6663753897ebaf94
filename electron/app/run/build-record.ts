import { createHash } from 'node:crypto';
import { periodsPerYear } from '../../../shared/bars/periods-per-year.ts';
import type {
  Badges,
  LogLine,
  Manifest,
  RunError,
  RunRecord,
  RunRequest,
  RunStatus,
  Timings,
} from '../../../shared/contract/models/run.ts';
import type { ScriptResult } from '../../../shared/contract/models/script-result.ts';
import type { ResourceUse } from '../../../shared/contract/models/resources.ts';
import type { SandboxOutcome, SandboxUsed } from '../../../shared/contract/models/sandbox.ts';
import { noPeriods } from '../../../shared/contract/models/periods.ts';
import type {
  RecordedAcceptance,
  SourceAssessment,
} from '../../../shared/contract/models/validation.ts';
import { engineVersion } from '../../../shared/engine/simulate.ts';
import { buyAndHold, sampleCurve } from '../../../shared/metrics/curve.ts';
import { computeMetrics, type MetricsInput } from '../../../shared/metrics/index.ts';
import { computePeriods } from '../../../shared/metrics/periods/index.ts';
import type { FullCurve } from '../store/runs.ts';
import { appVersion } from '../version.ts';
import { benchmarkCloses, type RunMarket } from './load-market.ts';
import { samplePlots } from './sample-plots.ts';
import type { Verification } from './verify.ts';

/** All that is known about a run when it has ended, however it ended. */
export interface EndedRun {
  readonly request: RunRequest;
  readonly startedAt: number;
  readonly status: RunStatus;
  readonly error: RunError | null;
  readonly assessment: SourceAssessment;
  readonly acceptance: RecordedAcceptance | undefined;
  readonly data: RunMarket;
  readonly sandbox: SandboxUsed;
  readonly badges: Badges;
  readonly log: readonly LogLine[];
  readonly verification: Verification | null;
  readonly decisionCount: number;
  readonly plots: ReadonlyMap<string, Float64Array>;
  readonly scriptResult: ScriptResult | null;
  /** What of the script's result could not be extracted. */
  readonly extractionError: string | null;
  readonly resources: ResourceUse | null;
  readonly timings: Timings;
}

const emptyCurve: FullCurve = {
  time: new Float64Array(),
  equity: new Float64Array(),
  benchmark: new Float64Array(),
};

/** Makes the record that is shown, kept and reported, and the full curve kept beside it. */
export function buildRecord(run: EndedRun): { record: RunRecord; full: FullCurve } {
  const { request, data, verification } = run;
  const full = verification === null ? emptyCurve : fullCurve(run, verification);
  const input = verification === null ? null : metricsInput(request, data, full, verification);
  const unextracted = run.extractionError === null ? [] : [run.extractionError];
  const tell = (sentence: string) => unextracted.push(sentence);
  const metrics = input === null ? [] : computeMetrics(input, tell);
  const valueOf = (id: string) => metrics.find((metric) => metric.id === id)?.value ?? null;
  const record: RunRecord = {
    summary: {
      runId: request.runId,
      name: request.name,
      language: request.language,
      datasetName: data.datasets
        .map(({ name }) => name)
        .join(', ')
        .slice(0, 200),
      startedAt: run.startedAt,
      status: run.status,
      sandboxKind: run.sandbox.kind,
      sandbox: outcomeOf(run),
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
    periods: input === null ? noPeriods : periodsOf(input, tell),
    trades: verification === null ? [] : [...verification.result.trades],
    events: verification === null ? [] : eventsOf(data, verification),
    eventCount: verification?.result.eventCount ?? 0,
    account: verification === null ? null : accountOf(verification),
    plots: samplePlots(data.market.time, run.plots),
    scriptResult: run.scriptResult,
    extractionError: unextracted.length === 0 ? null : unextracted.join(' '),
    log: [...run.log],
    logTruncated: run.log.some(
      ({ level, text }) => level === 'warn' && text.startsWith('Output is truncated'),
    ),
    manifest: manifestOf(run),
    timings: run.timings,
    resources: run.resources,
  };
  return { record, full };
}

/** The schema has put its keys in one order. */
function hashResult(result: ScriptResult): string {
  return createHash('sha256').update(JSON.stringify(result)).digest('hex');
}

function periodsOf(input: MetricsInput, tell: (sentence: string) => void): RunRecord['periods'] {
  try {
    return computePeriods(input);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    tell(`The figures by month and by window could not be computed: ${reason}.`);
    return noPeriods;
  }
}

function eventsOf({ market }: RunMarket, { result }: Verification): RunRecord['events'] {
  return result.events.map((event) => ({ ...event, time: market.time[event.bar] ?? null }));
}

function outcomeOf({ sandbox, error, timings }: EndedRun): SandboxOutcome | null {
  if (sandbox.kind === 'none') return null;
  return {
    fallback: sandbox.fallback === true,
    failure: error?.code ?? null,
    start: timings.prepare,
    run: timings.execute,
  };
}

function accountOf({ result }: Verification): NonNullable<RunRecord['account']> {
  const { finalCash, interest, borrowFees, staleBars, finalPositions } = result;
  const positions = finalPositions.filter(({ quantity }) => quantity !== 0);
  return { finalCash, interest, borrowFees, staleBars, positions };
}

function fullCurve({ data, request }: EndedRun, { result }: Verification): FullCurve {
  const { time } = data.market;
  const closes = benchmarkCloses(time, data.benchmark.bars);
  return {
    time,
    equity: result.equity,
    benchmark: buyAndHold(closes, request.settings.initialCash),
  };
}

function metricsInput(
  { settings, trials }: RunRequest,
  { market }: RunMarket,
  { time, equity, benchmark }: FullCurve,
  { result, equityAtTwiceCosts }: Verification,
): MetricsInput {
  return {
    time,
    equity,
    exposure: result.exposure,
    benchmark,
    trades: result.trades,
    fills: result.fills,
    initialCash: settings.initialCash,
    periodsPerYear: periodsPerYear(market.time, market.sessions),
    riskFreeRate: settings.riskFreeRate,
    equityAtTwiceCosts,
    trials,
    instruments: market.instruments.map(({ bars }) => bars),
  };
}

function manifestOf({ request, data, sandbox, ...run }: EndedRun): Manifest {
  const { market, datasets, tables, benchmark, hasOwnBenchmark } = data;
  const [dataset, ...more] = datasets;
  const date = (index: number) => {
    const time = market.time.at(index);
    return time === undefined ? '' : new Date(time).toISOString().slice(0, 10);
  };
  return {
    stratbox: appVersion,
    engine: engineVersion,
    sourceHash: run.assessment.sourceHash,
    datasetId: dataset.id,
    datasetName: dataset.name,
    dataHash: dataset.hash,
    moreDatasets: more.map(({ id, name, symbol, hash }) => ({ id, name, symbol, hash })),
    benchmark: hasOwnBenchmark
      ? { id: benchmark.dataset.id, name: benchmark.dataset.name, hash: benchmark.dataset.hash }
      : null,
    tables: tables.map(({ dataset: { id, name, hash } }) => ({ id, name, hash })),
    interval: request.interval,
    prices: request.prices,
    trials: request.trials,
    from: date(0),
    to: date(-1),
    barCount: market.time.length,
    parameters: request.parameters,
    settings: request.settings,
    limits: request.limits,
    sandbox: sandbox.kind,
    imageId: sandbox.imageId ?? null,
    decisionCount: run.decisionCount,
    decisionsHash: run.verification?.decisionsHash ?? '',
    equityHash: run.verification?.equityHash ?? '',
    resultHash: run.scriptResult === null ? '' : hashResult(run.scriptResult),
    policy: run.assessment.policy,
    ...(run.acceptance === undefined ? {} : { acceptance: run.acceptance }),
  };
}
