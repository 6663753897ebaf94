import type { EmitEvent } from '../../../shared/contract/events.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type {
  Badge,
  RunError,
  RunRecord,
  RunRequest,
} from '../../../shared/contract/models/run.ts';
import { exportsDefault } from '../../../shared/validation/languages/javascript/exports-default.ts';
import type { Handlers } from '../dispatch.ts';
import type { Catalog } from '../datasets/index.ts';
import { buildRecord } from '../run/build-record.ts';
import { startSandbox, type Sandboxes } from '../run/choose-sandbox.ts';
import { loadMarket } from '../run/load-market.ts';
import type { Judge } from '../judge/create-judge.ts';
import { barsSeen, lookAheadBadge } from '../run/look-ahead-badge.ts';
import { judgedJob } from '../run/judged-job.ts';
import { applyPolicy } from '../run/policy-gate.ts';
import { reproducibleBadge } from '../run/reproducible.ts';
import type { Reviews } from '../run/reviews.ts';
import { createRunProgress, type RunProgress } from '../run/run-progress.ts';
import { createRunQueue, parallelRuns, type RunQueue } from '../run/run-queue.ts';
import { RunStory } from '../run/run-story.ts';
import { verifyByReplay, type Verification } from '../run/verify.ts';
import { executeJob, type StrategyJob } from '../sandbox/execute-job.ts';
import { protocolViolation } from '../sandbox/exit-reasons.ts';
import { watchUsage } from '../sandbox/watch-usage.ts';
import type { Store } from '../store/open-store.ts';

export interface RunServices {
  readonly store: Store;
  readonly catalog: Catalog;
  readonly sandboxes: Sandboxes;
  readonly judge: Judge;
  readonly reviews: Reviews;
  readonly emit: EmitEvent;
}

type RunHandlers = Pick<Handlers, 'run.execute' | 'run.cancel' | 'run.active'> & {
  /** Cancels every run and waits until their sandboxes are gone. */
  readonly cancelAll: () => Promise<void>;
};

export function createRunHandlers(services: RunServices): RunHandlers {
  const running = new Map<string, { abort: AbortController; ended: Promise<unknown> }>();
  const queue = createRunQueue(parallelRuns());
  return {
    'run.execute': async (request) => {
      if (running.has(request.runId)) {
        throw new AppError('conflict', 'A run with this id is going on.', 'Start a new run.');
      }
      const abort = new AbortController();
      // Not before it is known: a cancel may come with the first word of it.
      const ended = Promise.resolve().then(() => tellRun(services, request, queue, abort.signal));
      running.set(request.runId, { abort, ended: ended.catch(() => undefined) });
      try {
        return await ended;
      } finally {
        running.delete(request.runId);
      }
    },
    'run.cancel': ({ runId }) => {
      running.get(runId)?.abort.abort();
      return { ok: true };
    },
    'run.active': () => ({ runIds: [...running.keys()] }),
    cancelAll: async () => {
      const all = [...running.values()];
      for (const { abort } of all) abort.abort();
      await Promise.all(all.map(({ ended }) => ended));
    },
  };
}

/** One run from the click to the record: validate, wait for a turn, sandbox, replay, save. */
async function tellRun(
  services: RunServices,
  request: RunRequest,
  queue: RunQueue,
  signal: AbortSignal,
): Promise<RunRecord> {
  const { catalog, judge, reviews, emit } = services;
  const progress = createRunProgress(emit, request.runId);
  const data = loadMarket(catalog, request);

  progress.stage('validating', 'Checking the strategy');
  const assessment = await judge(request.source, request.language);
  const story = new RunStory(request, data, assessment);
  const verdict = applyPolicy(assessment, request.acceptance, reviews.find(assessment));
  story.badges.validated = verdict.badge;
  story.lap('validate');
  if (!verdict.allowed) return finish(services, story.end('blocked', verdict.error));
  const job = judgedJob(request, data, assessment);
  if (job === undefined) return finish(services, story.end('blocked', anotherText));
  if (verdict.acceptance !== undefined) {
    story.acceptance =
      'findings' in verdict.acceptance
        ? verdict.acceptance
        : reviews.accept(request.runId, verdict.acceptance, assessment);
  }

  let endTurn: (() => void) | undefined;
  try {
    endTurn = await queue.enter(signal, (before) =>
      progress.stage('queued', `${before} ${before === 1 ? 'run is' : 'runs are'} before it`),
    );
    const { policy } = await judge(request.source, request.language);
    if (policy?.hash !== assessment.policy?.hash) {
      return finish(services, story.end('blocked', anotherPolicy));
    }
    return await runInSandbox(services, { request, story, job, progress, signal });
  } catch (error) {
    if (endTurn === undefined && signal.aborted) return finish(services, story.cancel());
    throw error;
  } finally {
    endTurn?.();
  }
}

interface AdmittedRun {
  readonly request: RunRequest;
  readonly story: RunStory;
  readonly job: StrategyJob;
  readonly progress: RunProgress;
  readonly signal: AbortSignal;
}

async function runInSandbox(
  services: RunServices,
  { request, story, job, progress, signal }: AdmittedRun,
): Promise<RunRecord> {
  const { sandboxes, emit } = services;
  const { market } = job;
  progress.stage('preparing', 'Starting the sandbox');
  const start = await startSandbox(sandboxes, {
    runId: request.runId,
    language: request.language,
    choice: request.sandbox,
    limits: request.limits,
    signal,
    onBuildProgress: (fraction, step) => progress.stage('building-image', step, fraction),
  });
  story.lap('prepare');
  if (!start.ok) {
    if (signal.aborted) return finish(services, story.cancel());
    services.store.audit.append('sandbox.refused', {
      runId: request.runId,
      reason: start.error.message,
    });
    return finish(services, story.end('no-sandbox', start.error));
  }
  story.sandbox = start.sandbox.used;
  if (story.sandbox.fallback) {
    services.store.audit.append('sandbox.fell-back', {
      runId: request.runId,
      reason: story.sandbox.reason,
    });
  }
  story.badges.isolated = start.sandbox.isolation;

  progress.stage('running', 'Running the strategy', 0);
  const { usage } = start.sandbox;
  const watch = usage && watchUsage(usage, signal, progress.usage);
  const outcome = await executeJob(start.sandbox, job, {
    signal,
    onProgress: (bar) => progress.bar(bar, market.time.length),
    onLog: (lines) => emit('run.logged', { runId: request.runId, lines: [...lines] }),
  }).finally(() => {
    story.resources = watch?.end() ?? null;
  });
  story.lap('execute');
  story.log = outcome.log;
  if (outcome.status === 'cancelled') return finish(services, story.cancel());
  if (outcome.status === 'failed') return finish(services, story.end('failed', outcome.error));

  progress.stage('replaying', 'Verifying the result');
  const { decisions, equityChecksum } = outcome;
  if (equityChecksum === null && request.language === 'javascript' && exportsDefault(job.source)) {
    const error = protocolViolation('it shows every bar an account, and no checksum of it came');
    return finish(services, story.end('failed', error));
  }
  story.plots = outcome.plots;
  story.scriptResult = outcome.scriptResult;
  story.extractionError = outcome.extractionError;
  try {
    story.verification = verifyByReplay(market, decisions, request.settings, equityChecksum);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return finish(services, story.end('failed', protocolViolation(message)));
  }
  story.decisionCount = decisions.length;
  story.badges.verified = verifiedBadge(story.verification, outcome.scriptResult !== null);
  story.badges.noLookAhead = lookAheadBadge(story.assessment.findings, {
    bars: barsSeen(request, equityChecksum !== null),
    decided: decisions.length > 0,
    hadTables: request.tableIds.length > 0,
  });
  story.lap('replay');
  progress.stage('saving', 'Saving the result');
  return finish(services, story.end('done', null));
}

function finish({ store, emit }: RunServices, story: RunStory): RunRecord {
  const { record, full } = buildRecord(story.ended());
  if (record.status === 'done') {
    const earlier = store.runs.manifestsOf(record.manifest.sourceHash);
    record.badges.reproducible = reproducibleBadge(
      record.manifest,
      earlier,
      record.assessment.findings,
    );
  }
  const { runId } = record.summary;
  store.runs.save(record, full);
  emit('run.finished', { runId, status: record.status });
  emit('history.changed', {});
  return record;
}

const anotherText: RunError = {
  code: 'blocked',
  message: 'The text that was about to run is not the one that was judged. Nothing was run.',
  hint: 'Run it again; if it stays, report it with the steps that led here.',
};

const anotherPolicy: RunError = {
  code: 'blocked',
  message: 'The policy was changed while this run waited for its turn. Nothing was run.',
  hint: 'Run it again: it is judged by the policy as it is now.',
};

function verifiedBadge({ badge }: Verification, leftResult: boolean): Badge {
  if (!leftResult) return badge;
  return {
    ...badge,
    detail: `${badge.detail} What it left in "result" is its own word and not verified.`,
  };
}
