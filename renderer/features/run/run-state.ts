import type { AppErrorShape } from '../../../shared/contract/errors.ts';
import type { EventPayload } from '../../../shared/contract/events.ts';
import type { LogLine, RunRecord, RunStatus } from '../../../shared/contract/models/run.ts';

export type RunProgress = Pick<EventPayload<'run.progressed'>, 'stage' | 'fraction' | 'message'>;

/** What the window knows of the run under way and of the run it shows; one may differ from the other. */
export interface RunState {
  readonly phase: 'idle' | 'running';
  /** The run under way, or the last one that was started here. */
  readonly runId: string | null;
  readonly startedAt: number | null;
  readonly cancelling: boolean;
  readonly progress: RunProgress | null;
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
  record: null,
  opening: false,
  failure: null,
  log: [],
  droppedLines: 0,
  lastStatus: null,
};

/** The console keeps this many lines; a strategy may print without end. */
export const maximumLogLines = 10_000;

export function started(state: RunState, runId: string, now: number): RunState {
  return { ...initialRunState, record: state.record, phase: 'running', runId, startedAt: now };
}

export function progressed(state: RunState, event: EventPayload<'run.progressed'>): RunState {
  if (state.phase !== 'running' || event.runId !== state.runId) return state;
  const { stage, fraction, message } = event;
  return { ...state, progress: { stage, fraction, message } };
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
