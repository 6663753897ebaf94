import type { LogLine, RunError, RunLimits } from '../../../shared/contract/models/run.ts';
import type { Market } from '../../../shared/bars/market.ts';
import type { ScriptResult } from '../../../shared/contract/models/script-result.ts';
import type { Decision } from '../../../shared/engine/decision.ts';
import type { EngineSettings } from '../../../shared/engine/settings.ts';
import { encodeFrame, encodeJsonFrame, frameTypes } from '../../../shared/frames/codec.ts';
import type { InstrumentName, Job } from '../../../shared/frames/job.ts';
import { packTables, type GivenTable } from '../../../shared/frames/job-tables.ts';
import { packMarket } from '../../../shared/frames/market-bytes.ts';
import {
  outputLimit,
  protocolViolation,
  reportedFailure,
  silentExit,
  timeLimit,
} from './exit-reasons.ts';
import type { SandboxProcess } from './process.ts';
import { OutputLimitError, ReplyCollector } from './reply-collector.ts';

export interface StrategyJob {
  readonly source: string;
  readonly parameters: Record<string, number | string | boolean>;
  readonly market: Market;
  /** What its instruments are called beside their symbols. */
  readonly names: readonly InstrumentName[];
  readonly tables: readonly GivenTable[];
  /** The strategy cannot tell one bar object from many. */
  readonly reuseBar: boolean;
  readonly settings: EngineSettings;
  readonly limits: RunLimits;
}

export interface JobObserver {
  readonly signal: AbortSignal;
  readonly onProgress: (bar: number) => void;
  readonly onLog: (lines: readonly LogLine[]) => void;
}

export type JobOutcome = {
  readonly log: readonly LogLine[];
} & (
  | {
      readonly status: 'done';
      readonly decisions: readonly Decision[];
      readonly plots: ReadonlyMap<string, Float64Array>;
      /** What a script left in `result`, and what of that could not be extracted. */
      readonly scriptResult: ScriptResult | null;
      readonly extractionError: string | null;
      /**
       * Fingerprint of the equity that the strategy saw, by the sandbox's own word; null for one that
       * was given all bars at once and was shown no account.
       */
      readonly equityChecksum: string | null;
    }
  | { readonly status: 'failed'; readonly error: RunError }
  | { readonly status: 'cancelled' }
);

type End =
  | { status: 'done'; equityChecksum: string | null }
  | { status: 'failed'; error: RunError }
  | { status: 'cancelled' };

/** The sandbox stops itself at the limit; this much later the host does it for it. */
const graceMilliseconds = 250;

/**
 * Gives a waiting sandbox its job and reads its answer, whatever it is. Always ends the sandbox, and
 * after a cancel waits until it is gone; never throws for anything the sandbox does.
 */
export async function executeJob(
  sandbox: SandboxProcess,
  job: StrategyJob,
  observer: JobObserver,
): Promise<JobOutcome> {
  const collector = new ReplyCollector(job.market.time.length);
  let end: End | undefined;
  try {
    end = await untilEnd(sandbox, job, observer, collector);
  } finally {
    // An analyst who waits for a result does not wait for the engine to tidy up.
    const gone = sandbox.destroy();
    if (end === undefined || end.status === 'cancelled') await gone;
  }
  const { log, decisions, plots, result } = collector;
  if (end.status !== 'done') return { ...end, log };
  const script = { scriptResult: result?.result ?? null, extractionError: result?.error ?? null };
  return { ...end, log, decisions, plots, ...script };
}

function untilEnd(
  sandbox: SandboxProcess,
  job: StrategyJob,
  { signal, onProgress, onLog }: JobObserver,
  collector: ReplyCollector,
): Promise<End> {
  return new Promise<End>((resolve) => {
    const { limits, market } = job;
    const timer = setTimeout(
      () => end({ status: 'failed', error: timeLimit(limits) }),
      limits.timeLimitSeconds * 1000 + graceMilliseconds,
    );
    const cancel = () => end({ status: 'cancelled' });
    const end = (how: End) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', cancel);
      sandbox.output.off('data', take);
      resolve(how);
    };
    const endWithLastReply = () => {
      const { last } = collector;
      if (last === undefined) return false;
      if (last.kind === 'done') end({ status: 'done', equityChecksum: last.equityChecksum });
      else end({ status: 'failed', error: reportedFailure(last, limits, market.time) });
      return true;
    };
    const take = (bytes: Uint8Array) => {
      try {
        const printed = collector.push(bytes);
        if (printed.length > 0) onLog(printed);
        onProgress(collector.bar);
        endWithLastReply();
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        const limited = error instanceof OutputLimitError;
        const reason = limited ? outputLimit(message) : protocolViolation(message);
        end({ status: 'failed', error: reason });
      }
    };
    if (signal.aborted) return cancel();
    signal.addEventListener('abort', cancel);
    sandbox.output.on('data', take);
    void ended(sandbox).then((exit) => {
      if (!endWithLastReply()) end({ status: 'failed', error: silentExit(exit, limits) });
    });
    // A sandbox that dies while it is written to breaks the pipe; its exit says why.
    sandbox.input.on('error', () => undefined);
    const { columns, ...described } = packMarket(market);
    const { tables, bytes } = packTables(job.tables);
    sandbox.input.write(encodeJsonFrame(frameTypes.job, jobFrame(job, { ...described, tables })));
    sandbox.input.write(encodeFrame(frameTypes.columns, columns));
    sandbox.input.write(encodeFrame(frameTypes.tables, bytes));
  });
}

/** The exit, once the output that came before it has been read too. */
async function ended({ exited, output }: SandboxProcess) {
  const exit = await exited;
  if (!output.readableEnded && !output.destroyed) {
    await new Promise<void>((resolve) => {
      output.once('end', resolve);
      output.once('close', resolve);
      // An engine that was lost never ends the stream; what has not come by now will not come.
      setTimeout(resolve, 1000);
    });
  }
  return exit;
}

function jobFrame(
  { source, names, parameters, reuseBar, settings, limits }: StrategyJob,
  data: Pick<Job, 'instruments' | 'sessions' | 'tables'>,
): Job {
  return {
    source,
    ...data,
    names,
    reuseBar,
    parameters,
    settings,
    timeLimitSeconds: limits.timeLimitSeconds,
    memoryMegabytes: limits.memoryMegabytes,
  };
}
