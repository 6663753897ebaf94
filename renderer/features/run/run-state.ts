import type { AppErrorShape } from '../../../shared/contract/errors.ts';
import type { EventPayload } from '../../../shared/contract/events.ts';
import type { UsageSample } from '../../../shared/contract/models/resources.ts';
import type {
  LogLine,
  RunLimits,
  RunRecord,
  RunStatus,
} from '../../../shared/contract/models/run.ts';

export type RunProgress = Pick<EventPayload<'run.progressed'>, 'stage' | 'fraction' | 'message'>;

/** What the window knows of the run under way and of the run it shows; one may differ from the other. */
export interface RunState {
  readonly phase: 'idle' | 'running';
  /** The run under way, or the last one that was started here. */
  readonly runId: string | null;
  readonly startedAt: number | null;
  readonly cancelling: boolean;
  readonly progress: RunProgress | null;
  /** The newest measurements of the sandbox of the run under way. */
  readonly usage: readonly UsageSample[];
  /** What that sandbox may take, in bytes. */
  readonly memoryLimit: number;
  /** The run shown: the last that ended here, or one opened from history. */
  readonly record: RunRecord | null;
  /** A run from history is being read. */
  readonly opening: boolean;
  /** Why the last start or open gave no record at all. */
  readonly failure: AppErrorShape | null;
  readonly log: readonly LogLine[];
  /** Lines that were dropped from the front of `log`. */
  readonly droppedLines: number;
  /** How the last run that was started here ended. */
  readonly lastStatus: RunStatus | null;
}

export const initialRunState: RunState = {
  phase: 'idle',
  runId: null,
  startedAt: null,
  cancelling: false,
  progress: null,
  usage: [],
  memoryLimit: 0,
  record: null,
  opening: false,
  failure: null,
  log: [],
  droppedLines: 0,
  lastStatus: null,
};

/** The console keeps this many lines; a strategy may print without end. */
export const maximumLogLines = 10_000;

/** As many measurements of the run under way are drawn: half a minute at most four a second. */
const maximumLiveSamples = 120;

export function started(
  { record }: RunState,
  runId: string,
  now: number,
  { memoryMegabytes }: RunLimits,
): RunState {
  const memoryLimit = memoryMegabytes * 1024 * 1024;
  return { ...initialRunState, record, phase: 'running', runId, startedAt: now, memoryLimit };
}

export function progressed(state: RunState, event: EventPayload<'run.progressed'>): RunState {
  if (state.phase !== 'running' || event.runId !== state.runId) return state;
  const { stage, fraction, message, usage } = event;
  const progress = { stage, fraction, message };
  if (usage === undefined) return { ...state, progress };
  return { ...state, progress, usage: [...state.usage, usage].slice(-maximumLiveSamples) };
}

export function logged(state: RunState, event: EventPayload<'run.logged'>): RunState {
  if (state.phase !== 'running' || event.runId !== state.runId) return state;
  const all = [...state.log, ...event.lines];
  const dropped = Math.max(0, all.length - maximumLogLines);
  return { ...state, log: all.slice(dropped), droppedLines: state.droppedLines + dropped };
}

/** The run's own record replaces what was shown; its log is the whole one. */
export function finished(state: RunState, record: RunRecord): RunState {
  if (record.summary.runId !== state.runId) return state;
  return {
    ...shown(state, record),
    phase: 'idle',
    cancelling: false,
    progress: null,
    lastStatus: record.status,
  };
}

export function shown(state: RunState, record: RunRecord): RunState {
  const ownGoesOn = state.phase === 'running' && record.summary.runId !== state.runId;
  const log = ownGoesOn ? state.log : record.log;
  return {
    ...state,
    record,
    log,
    opening: false,
    failure: null,
  };
}

export function failed(state: RunState, runId: string, failure: AppErrorShape): RunState {
  if (runId !== state.runId) return state;
  return { ...state, phase: 'idle', cancelling: false, progress: null, failure };
}
